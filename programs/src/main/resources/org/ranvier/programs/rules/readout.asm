; Read-out role of OTTT and e-prop: K leaky sums of the spikes of N neurons, softmax, an error in every tick, and learning.
;
;   y <- y - (y >> KO) + sum of the weights of the neurons that spiked, and the bias; KO = 0: no memory
;   e = target - softmax(y); z <- z - (z >> KZ) + 1 for a neuron that spiked; w[i][k] += eta e[k] z[i], every tick
; SYMMETRIC: neuron i is sent the sum of w[i][k] e[k] over k (ERR, key i); else all get e[k] (ERR, key k) and weigh it themselves.
; The class with the largest sum of y over all ticks is the answer (RES). All values are Q20, the learning rate too; 0 is a test.
; Barriers: spikes arrive in PHASE1, errors leave in PHASE2, learning is in PHASE3.
.param NIN=100 NOUT=10
.param KO=0 KZ=1 SYMMETRIC=1
.param ES=0                     ; eta is the learning rate of the label packet / 2^ES
.param ONE=1<<20 ENTRIES=1024 STEP=13 ; the exponential's table: step 2^(STEP-20), from 0 downward
.reg eta=r0 lab=r1 best=r2 k=r3 sum=r4
.array W s32 [NIN+1][NOUT]
.mem sp bit [NIN+1]             ; who spiked in this tick, and the bias
.mem z s32 [NIN+1]
.mem i,y,all,p,e,ix s32 [NOUT]
.mem TAB s32 [ENTRIES]          ; exp(-index / 128), Q20, written before the run
.mem m bit [NOUT]
.if SYMMETRIC
.mem b s32 [NIN]
.mem mb bit [NIN]
.endif
.on SPK = b.set sp, key
.on LAB label
.on SAMPLE begin
.on PHASE2 read
.on PHASE3 learn
.on DRAIN answer

begin:  b.fill  sp, #0
        b.set   sp, #NIN
        v.mov   z, #0
        v.mov   y, #0
        v.mov   all, #0
        bar

label:  s.mov   lab, key
        s.shr   eta, pay, #ES
        end

.phase forward
read:   a.fwd   i, W, sp
        v.srs   y, y, #KO
        v.add   y, y, i
        v.add   all, all, y
        beq     eta, #0, done

; ---- softmax, the largest sum moved to 0; its reciprocal in Q20 from 2^40 / sum
.phase backward
        r.max   best, k, y
        v.sub   ix, best, y
        v.shr   ix, ix, #STEP
        v.min   ix, ix, #ENTRIES-1
        v.gat   p, TAB, ix
        r.sum   sum, p
        s.shr   sum, sum, #10
        s.div   sum, #1<<30, sum
        v.mul.r p, p, sum, #20
        v.sub   e, #0, p
        s.inc   e, lab, #ONE
        c.ne    m, e, #0
        .probe  errors m
.if SYMMETRIC
        a.bwdv  b, W, e, #20
        c.ne    mb, b, #0
        p.eachv ERR, mb, b
.else
        p.eachv ERR, m, e
.endif
done:   bar

.phase update
learn:  beq     eta, #0, next
        v.srs   z, z, #KZ
        v.add   z, z, #ONE ?sp
        a.upd   W, z, e, eta
next:   b.fill  sp, #0
        b.set   sp, #NIN
        bar

.phase communication
answer: r.max   best, k, all
        p.send  RES, k, best
        bar

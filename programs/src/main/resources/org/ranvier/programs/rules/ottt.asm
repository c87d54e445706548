; OTTT, online training through time (Xiao et al. 2022), hidden role: N leaky integrate-and-fire neurons behind NIN inputs.
;
;   u <- (u - 1 where it spiked) - (.. >> LK) + sum of the weights of the inputs that spiked, and the bias; spike if u >= 1
;   a[j] <- a[j] - (a[j] >> LK) + 1 for an input that spiked: the only memory of the past that learning needs
;   g[i] = err[i] psi(u[i] - 1), psi(x) = 4 s(4x) (1 - s(4x)) with the logistic function s, from a table
;   w[j][i] += eta g[i] a[j], every tick: an outer product, nothing is kept per synapse
; Weights and potentials have Q fraction bits, errors, traces and learning rate 20; a rate of 0 is a test.
; Barriers: inputs arrive in PHASE0, spikes leave in PHASE1, errors arrive in PHASE2, learning is in PHASE3.
.param NIN=784 NOUT=100
.param Q=14 LK=1
.param ONE=1<<20 ENTRIES=256 STEP=Q-7 ; psi's table: step 2^-7
.reg eta=r0
.array W s16 [NIN+1][NOUT]
.mem sp bit [NIN+1]             ; inputs that spiked in this tick, and the bias
.mem a s32 [NIN+1]
.mem i,u,ix,psi,err,g s32 [NOUT]
.mem TAB s32 [ENTRIES]          ; psi(index / 128), Q20, written before the run
.mem s,m bit [NOUT]
.on SPK = b.set sp, key
.on ERR = s.st err, key, pay
.on LAB label
.on SAMPLE begin
.on PHASE1 spike
.on PHASE3 learn

begin:  b.fill  sp, #0
        b.set   sp, #NIN
        b.fill  s, #0
        v.mov   a, #0
        v.mov   u, #0
        v.mov   err, #0
        bar

label:  s.shr   eta, pay, #20-Q ; in units of a weight
        end

.phase forward
spike:  a.fwd   i, W, sp
        v.sub   u, u, #1<<Q ?s
        v.srs   u, u, #LK
        v.add   u, u, i
        c.ge    s, u, #1<<Q
        .probe  spikes s
        p.each  SPK, s
        bar

.phase update
learn:  beq     eta, #0, next
        v.srs   a, a, #LK
        v.add   a, a, #ONE ?sp
        v.sub   ix, u, #1<<Q
        v.abs   ix, ix
        v.shr   ix, ix, #STEP
        v.min   ix, ix, #ENTRIES-1
        v.gat   psi, TAB, ix
        v.mul.r g, err, psi, #20
        c.ne    m, g, #0
        .probe  errors m
        a.upd   W, a, g, eta
        v.mov   err, #0
next:   b.fill  sp, #0
        b.set   sp, #NIN
        bar

; Reward-modulated STDP (Izhikevich 2007): pair STDP writes to an eligibility trace c, and reward turns it into weight changes.
;
; Traces x of inputs and y of neurons jump by BUMP with a spike and decay by shifts, as in pair STDP:
;   input j spikes:  c[j][i] -= y[i] >> AM for all i
;   neuron i spikes: c[j][i] += x[j] >> AP for all j
; A packet RWD adds its payload, a signed reward, to the dopamine level d, which decays by d -= d >> KD. At the end of a tick
;   w[j][i] += c[j][i] (d - BASE) >> ETA, rounded; weights stay in 0..WMAX
;   c[j][i] -= c[j][i] >> KC, rounded
; so c is one word per synapse that is visited in every tick. Spikes and rewards of tick t are seen in tick t+1.
.param NIN=16 N=4
.param TH=6400 LEAK=4 REF=2     ; threshold, leak u -= u >> LEAK, refractory ticks
.param BUMP=256 KX=3 KY=3 AP=1 AM=1
.param KC=5 KD=4 BASE=0 ETA=12 WMAX=4095
.reg rd=r0 k=r1 d=r2 a=r3       ; parity of what is due; index; dopamine; scratch
.array W s16 [NIN][N]
.mem c s16 [NIN][N]
.mem in bit [2][NIN]            ; landing rows by tick parity
.mem reward s32 [2]
.mem left bit [NIN]
.mem i,u s32 [N]
.mem x,dx s16 [NIN]
.mem y,dy s16 [N]
.mem ref u8 [N]
.mem f,ok bit [N]
.on SAMPLE begin
.on IN = b.set in[ep], key
.on RWD = s.inc reward, ep, pay
.on PHASE0 tick

begin:  s.mov   rd, #0
        s.mov   d, #0
        b.fill  in, #0
        v.mov   reward, #0
        v.mov   u, #0
        v.mov   ref, #0
        v.mov   x, #0
        v.mov   y, #0
        v.mov   c, #0
        bar

.phase forward
tick:   a.fwd   i, W, in[rd]
        v.srs   u, u, #LEAK
        c.eq    ok, ref, #0
        v.add   u, u, i ?ok
        v.sub   ref, ref, #1    ; u8 ends at 0
        c.ge    f, u, #TH
        v.mov   u, #0 ?f
        v.mov   ref, #REF ?f
        p.each  SPK, f

; ---- eligibility
.phase update
        v.shr   dy, y, #AM
        b.mov   left, in[rd]
ltd:    popb    k, left, post
        v.sub   c[k], c[k], dy
        jmp     ltd
post:   v.add   y, y, #BUMP ?f
        v.shr   dx, x, #AP
ltp:    popb    k, f, trace
        v.add   c[:,k], c[:,k], dx
        jmp     ltp
trace:  v.add   x, x, #BUMP ?in[rd]
        v.srs   x, x, #KX
        v.srs   y, y, #KY
        b.fill  in[rd], #0

; ---- reward
        s.ld    a, reward, rd
        s.add   d, d, a
        s.st    reward, rd, #0
        s.incm  rd, #2
        s.sub   a, d, #BASE
        s.mov   k, #0
row:    v.mac.r W[k], c[k], a, #ETA
        v.max   W[k], W[k], #0
        v.min   W[k], W[k], #WMAX
        v.srs.r c[k], c[k], #KC
        loop    k, #NIN, row
        s.shr   a, d, #KD
        s.sub   d, d, a
        bar

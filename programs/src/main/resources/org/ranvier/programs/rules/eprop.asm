; e-prop (Bellec et al. 2020), hidden role of a feed-forward net: N neurons behind NIN inputs; LIF, or with a threshold that adapts.
;
;   v <- v - (v >> AL) - 1 where it spiked + sum of the weights of the inputs that spiked, and the bias
;   spike if v >= A and not refractory; A = 1, ALIF: A = 1 + BETA a / 256, a <- a - (a >> RHO) + 1 for a spike
;   psi[i] = 0.3 max(0, 1 - |v - A|), 0 while refractory; x[j] <- x[j] - (x[j] >> AL) + 1 for an input that spiked
;   LIF:  e = psi[i] x[j];  ALIF: e = psi[i] (x[j] - BETA h / 256), then h <- h - (h >> RHO) + e, one word h per synapse
;   f <- f + (e - f >> KAP), the filter of the read-out, one word per synapse; KAP = 0: f = e
;   d += L[i] f, one word per synapse; after the last tick w[j][i] += eta d
; The learning signal L[i] is the sum of B[i][k] error[k]: sent ready (SYMMETRIC, B being the read-out's weights), or made here
; with fixed random B from the errors of the K outputs. Rows whose input has not spiked yet have x = e = f = 0 and are left out.
; Weights and potentials have Q fraction bits, x, psi, e, f, d and B 12, L and the learning rate 20; a rate of 0 is a
; test. Barriers: inputs arrive in PHASE0, spikes leave in PHASE1, errors arrive in PHASE2, learning is in PHASE3.
.param NIN=784 NOUT=100 K=10
.param Q=14 AL=1 KAP=1 REF=0 SYMMETRIC=1
.param ALIF=0 BETA=18 RHO=3
.param ONE=1<<12 GAMMA=1229     ; 0.3, Q12
.reg eta=r0 j=r1 xj=r2
.array W s16 [NIN+1][NOUT]
.mem d,f s16 [NIN+1][NOUT]
.mem x s16 [NIN+1]
.mem sp,seen,left bit [NIN+1]   ; inputs that spiked in this tick, in this sample; and the bias
.mem i,v,th,psi,L,t s32 [NOUT]
.mem ref u8 [NOUT]
.mem s,ok,m bit [NOUT]
.if ALIF
.mem h s16 [NIN+1][NOUT]
.mem a s32 [NOUT]               ; Q12
.endif
.if SYMMETRIC
.on ERR = s.st L, key, pay
.else
.mem B s16 [K][NOUT]            ; written before the run
.on ERR error
.endif
.on SPK = b.set sp, key
.on LAB = s.mov eta, pay
.on SAMPLE begin
.on PHASE1 spike
.on PHASE3 learn
.on DRAIN apply

begin:  b.fill  sp, #0
        b.set   sp, #NIN
        b.fill  seen, #0
        b.fill  s, #0
        v.mov   v, #0
        v.mov   x, #0
        v.mov   L, #0
        v.mov   ref, #0
.if ALIF
        v.mov   a, #0
.endif
        bar

.if SYMMETRIC==0
.phase backward
error:  v.mac.r L, B[key], pay, #12
        end
.endif

.phase forward
spike:  a.fwd   i, W, sp
        v.srs   v, v, #AL
        v.sub   v, v, #1<<Q ?s
        v.add   v, v, i
        v.mov   th, #1<<Q
.if ALIF
        v.mac   th, a, #BETA, #8+12-Q
        v.srs   a, a, #RHO
.endif
        c.eq    ok, ref, #0
        v.sub   ref, ref, #1    ; u8 ends at 0
        c.ge    s, v, th ?ok
        v.mov   ref, #REF ?s
.if ALIF
        v.add   a, a, #ONE ?s
.endif
        .probe  spikes s
        p.each  SPK, s
        bar

.phase update
learn:  beq     eta, #0, next
        c.ne    m, L, #0
        .probe  errors m
        v.sub   psi, v, th
        v.abs   psi, psi
        v.sub   psi, #1<<Q, psi
        v.max   psi, psi, #0
        v.mov   psi, #0 ?!ok
        v.mul   psi, psi, #GAMMA, #Q
        v.srs   x, x, #AL
        v.add   x, x, #ONE ?sp
        b.or    seen, seen, sp
        b.mov   left, seen
row:    popb    j, left, done
        s.ld    xj, x, j
.if ALIF
        v.mul   t, h[j], #BETA, #8
        v.sub   t, xj, t
        v.mul.r t, psi, t, #12
        v.srs.r h[j], h[j], #RHO
        v.add   h[j], h[j], t
.else
        v.mul.r t, psi, xj, #12
.endif
        v.leak.r f[j], t, #KAP
        v.mac.r d[j], L, f[j], #20
        jmp     row
done:   v.mov   L, #0
next:   b.fill  sp, #0
        b.set   sp, #NIN
        bar

; ---- the weights take what they have collected; what they leave behind is 0 again
apply:  beq     eta, #0, over
        b.mov   left, seen
take:   popb    j, left, over
        c.ne    m, d[j], #0
        .probe  updates m
        v.mac.r W[j], d[j], eta, #32-Q
        v.mov   d[j], #0
        v.mov   f[j], #0
.if ALIF
        v.mov   h[j], #0
.endif
        jmp     take
over:   bar

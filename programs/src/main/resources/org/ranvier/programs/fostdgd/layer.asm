; FO-STDGD, one core of layer LAY: NOUT nonleaky integrate-and-fire neurons with their synapses from all NIN neurons of the layer below.
;
; Step t of the rule is taken in tick t + LAY. A spike leaves 1/u behind, u the potential before the reset; after the last step every
; neuron knows from that what 1/u belongs to each step, namely that of the spike which ended its interval. Errors go back layer by
; layer, layer l in tick T + 2L - l - 1, each through the weights that the forward pass used; then every core learns (UPDATE).
;
; FORM, the eligibility of a synapse: 0 counts the presynaptic spikes and takes the mean of 1/u; 1 adds up 1/u over the presynaptic
; spikes; 2 is the outer product to which steps of form 0 tend, one update of a crossbar.
.param NIN=784 NOUT=100 OFF=0
.param L=2 LAY=1 T=20
.param FORM=0 HOLD=1 STOCHASTIC=1
.param TH=4096 RSH=8            ; threshold; log2 of the step of the reciprocal table
.param CLOSED=4096 TRAIL=410    ; 1/u of the interval that the sample cuts off, if u > 0 and otherwise, Q12
.param LABEL=4096 OTHER=0       ; target counts, Q8
.param DSH=13                   ; shift of delta
.param MUM=1<<29 MUS=36         ; learning rate with all scales: MUM / 2^MUS
.param SMAX=205                 ; largest step
.param OUT=LAY==L BACK=LAY>1 EXACT=FORM==1 SEP=FORM==2
.param BSH=8*SEP                ; shift of the transposed read: weights are Q12 in memory, Q20 in crossbars
.param ENTRIES=64               ; of the reciprocal table
.param ONE=1<<20

.reg t=r0 rd=r1                 ; step; landing parity
.reg mode=r2 lab=r3             ; -1 for a test image; label
.reg j=r4 x=r5

.if SEP
.array W s32 [NIN][NOUT]
.else
.array W s16 [NIN][NOUT]        ; Q12
.endif
.mem lp bit [2][NIN]            ; landing rows of spikes
.mem pre,act bit [NIN]          ; spikes of this step; who has spiked in this sample
.mem in,u s32 [NOUT]
.mem cnt s16 [NOUT]
.mem f,some bit [NOUT]
.mem ix,q,qacc s32 [NOUT]       ; table index; 1/u, Q12; its sum over all steps
.mem RECIP s16 [ENTRIES]        ; 1/u from the threshold up, Q12; written by the host before the run
.mem R s16 [T][NOUT]            ; 1/u of the spikes of each step; in the end, of the interval that holds the step
.mem delta,m s32 [NOUT]         ; error times the mean of 1/u; learning signal
.if EXACT
.mem ht bit [NIN][T]            ; steps in which each axon spiked
.else
.mem C s16 [NIN]                ; spikes of each axon
.endif
.if SEP
.mem POW s32 [768]              ; |delta|^(1/order) in three ranges, 256 entries each; the host sends it
.mem ROOT s32 [T+1]             ; (count/T)^(1/order); the host sends it
.mem xr s32 [NIN]
.mem ad s32 [NOUT]
.on POW = s.st POW, key, pay
.on ROOT = s.st ROOT, key, pay
.else
.mem D u8 [NIN][NOUT]           ; code of each synapse's last step
.mem GAIN s32 [64]              ; gain by code, Q6; the host sends it whenever the order changes
.mem CODE u8 [SMAX+1]           ; code by step; written by the host before the run
.mem g,k s32 [NOUT]
.on GAIN = s.st GAIN, key, pay
.if HOLD==0
.mem was bit [NIN]              ; rows that may hold codes other than 0
.endif
.if STOCHASTIC
.mem RS,rnd s32 [NOUT]          ; lanes of the rounding bits
.seed RS 300+LAY OFF
.endif
.endif
.if OUT
.mem e s32 [NOUT]               ; error, a count in Q8
.else
.mem err s32 [NOUT]             ; error, summed over the cores that send parts of it
.on ERR = s.inc err, key, pay
.endif
.if BACK
.mem er s32 [NIN]               ; errors of the layer below
.mem sent bit [NIN]
.endif

.on SAMPLE begin
.on LAB label
.on SPK = b.set lp[ep], key
.on PHASE0 tick
.on UPDATE update

begin:  s.mov   t, #-LAY
        s.mov   rd, #0
        b.fill  lp, #0
        b.fill  act, #0
        v.mov   u, #0
        v.mov   cnt, #0
.if EXACT==0
        v.mov   C, #0
.endif
.if OUT==0
        v.mov   err, #0
.endif
        bar

label:  s.mov   lab, key
        s.mov   mode, pay
        end

; ---- one step
.phase forward
tick:   blt     t, #0, next
        bge     t, #T, later
        b.mov   pre, lp[rd]
        b.fill  lp[rd], #0
        a.fwd   in, W, pre
        blt     mode, #0, sum
        b.or    act, act, pre
        v.mov   R[t], #0
.if EXACT
note:   popb    j, pre, sum
        b.set   ht[j], t
        jmp     note
.else
        v.add   C, C, #1 ?pre
.endif
sum:    v.add   u, u, in
        v.max   u, u, #-TH
        c.ge    f, u, #TH
        .probe  spikes f
        bnone   f, quiet
.if OUT==0
        p.each  SPK, f
.endif
        v.add   cnt, cnt, #1 ?f
        blt     mode, #0, reset
        v.sub   ix, u, #TH
        v.shr   ix, ix, #RSH
        v.max   ix, ix, #0
        v.min   ix, ix, #ENTRIES-1
        v.gat   q, RECIP, ix
        v.mov   R[t], q ?f
reset:  v.mov   u, #0 ?f
quiet:  bne     t, #T-1, next

; ---- after the last step: the answer, and 1/u of every step from the last back to the first
.if OUT
        c.ne    some, cnt, #0
        p.eachv RES, some, cnt
.endif
        blt     mode, #0, next
.phase backward
        c.gt    some, u, #0
        v.mov   q, #TRAIL
        v.mov   q, #CLOSED ?some
        v.mov   qacc, #0
        s.mov   x, #T-1
spread: c.gt    some, R[x], #0
        v.mov   q, R[x] ?some
.if EXACT
        v.mov   R[x], q
.endif
        v.add   qacc, qacc, q
        s.sub   x, x, #1
        bge     x, #0, spread
.if OUT
        v.shl   e, cnt, #8
        v.sub   e, e, #OTHER
        s.sub   j, lab, #OFF
        blt     j, #0, others
        bge     j, #NOUT, others
        s.ld    x, e, j
        s.sub   x, x, #LABEL-OTHER
        s.st    e, j, x
others: v.mul.r delta, e, qacc, #DSH
        jmp     back
.else
        jmp     next
.endif

; ---- errors go back
later:
.if OUT
        jmp     next
.endif
.if BACK
.if OUT==0
        bne     t, #T+2*(L-LAY)-1, next
        v.mul.r delta, err, qacc, #DSH
.endif
.phase backward
back:   a.bwdv  er, W, delta, #BSH
        c.ne    some, delta, #0
        .probe  errors some
        c.ne    sent, er, #0
        p.eachv ERR, sent, er
.endif
.phase control
next:   s.add   t, t, #1
        s.incm  rd, #2
        bar

; ---- learning
.phase update
update: blt     mode, #0, done
.if LAY==1 && EXACT==0
        v.mul.r delta, err, qacc, #DSH
        c.ne    some, delta, #0
        .probe  errors some
.endif
.if LAY==1 && EXACT
        c.ne    some, err, #0
        .probe  errors some
.endif
.if SEP
        v.gat   xr, ROOT, C
        v.abs   ad, delta
        v.min   ix, ad, #255
        v.gat   m, POW, ix
        v.shr   ix, ad, #4
        v.min   ix, ix, #255
        v.add   ix, ix, #256
        v.gat   q, POW, ix
        c.gt    some, ad, #255
        v.mov   m, q ?some
        v.shr   ix, ad, #8
        v.min   ix, ix, #255
        v.add   ix, ix, #512
        v.gat   q, POW, ix
        c.gt    some, ad, #4095
        v.mov   m, q ?some
        c.gt    some, delta, #0
        v.sub   q, #0, m
        v.mov   m, q ?some
        a.upd   W, xr, m, #ONE
.else
.if EXACT==0
        v.mul.r m, delta, #MUM, #MUS
.else
.if OUT
        v.mul.r m, e, #MUM, #MUS
.else
        v.mul.r m, err, #MUM, #MUS
.endif
.endif
.if HOLD==0
        b.andn  was, was, act
drop:   popb    j, was, dropped
        v.mov   D[j], #0
        jmp     drop
dropped:
        b.mov   was, act
.endif
row:    popb    j, act, done
.if EXACT
        v.mov   g, #0
when:   popb    x, ht[j], scale
        v.add   g, g, R[x]
        jmp     when
scale:  v.mul   g, g, m, #12
.else
        s.ld    x, C, j
        v.mul   g, m, x, #0
.endif
        v.gat   k, GAIN, D[j]
.if STOCHASTIC
        v.mul   g, g, k, #10
        x.rnd   rnd, RS, #16
        v.add   g, g, rnd
        v.shr   g, g, #16
.else
        v.mul.r g, g, k, #26
.endif
        v.min   g, g, #SMAX
        v.max   g, g, #-SMAX
        .probe  updates g
        v.sub   W[j], W[j], g
        v.abs   g, g
        v.gat   D[j], CODE, g
        jmp     row
.endif
done:   bar

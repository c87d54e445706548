; SFDFA, one core of layer LAY: NOUT neurons of the layer with their synapses from all NIN neurons of the layer below.
;
; Step t of the rule is taken in tick t + LAY: decay, arrivals, threshold, and a post-spike pass over the synapses of every neuron
; that fires. What is stored per axon sits in slots, which axons get in the order of their first spike in a sample; whatever sweeps
; axons sweeps the blocks of BL slots in use. After the last tick the output multicasts errors and derivatives (DRAIN), and every
; core learns from them (UPDATE).
.param NIN=784 NOUT=20 OFF=0 NO=10
.param L=2 LAY=1 T=100
.param KU=7 KI=6                ; decay shifts of u and z, and of I and alpha
.param TH=50463                 ; threshold, Q16
.param WF=10 BITS=16            ; fraction bits and width of a weight
.param EXACT=0 INTRA=1 LEARNED=1
.param NORM=0                   ; row normaliser: 0 none, 1 from 1/D, 2 from the eligibilities
.param YT=25 YF=5               ; target counts: of the label, of the others
.param REG=40960 FT=65536       ; regulariser, Q12; target rate, Q16
.param OUT=LAY==L PEND=LAY>1    ; PEND: spikes from below may carry perturbations
.param LB=6 BL=1<<LB NB=(NIN+BL-1)/BL
.param FLOOR=TH>>4
.param SHIFT=25-12*OUT-WF       ; of an update at rate 1, in units of a weight
.param GAIN=NORM==1&&OUT==0 ENERGY=NORM==2&&OUT==0

.reg t=r0 rd=r1                 ; step; landing parity
.reg mode=r2 lab=r3             ; rates of this sample, or -1 for a test; label
.reg n=r4 nb=r5                 ; slots and blocks in use
.reg j=r6 b=r7 c=r8 k=r9 row=r10
.reg inv=r11 rh=r12 tr=r13 x=r14 y=r15

.if BITS==8
.array W s8 [NIN][NOUT]
.else
.array W s16 [NIN][NOUT]
.endif
.mem lp bit [2][NIN]            ; landing rows of spikes
.mem pre bit [NIN]
.mem in,u,I s32 [NOUT]          ; sums of a step's arrivals; potential and current, Q16
.mem cnt,tl s16 [NOUT]          ; spikes so far; step of the last one
.mem f,fired,g bit [NOUT]
.mem slot s16 [NIN]             ; slot of an axon, or -1
.mem ax s16 [NB][BL]            ; axon of a slot
.mem al,z s32 [NB][BL]          ; traces, Q16
.mem E s16 [NOUT*NB][BL]        ; eligibilities, Q13: NB rows a neuron
.if INTRA
.mem R s16 [NOUT*NB][BL]        ; the part of an eligibility that moves later spikes, Q13
.mem RHO s16 [T+1]              ; decay of u over k steps, Q12; the last entry is 0; written by the host before the run
.endif
.mem a,m s32 [BL]
.mem RS s32 [NOUT][BL]          ; lanes of the rounding bits
.seed RS 300+LAY OFF*BL
.if GAIN
.mem G s32 [NOUT]               ; sum of 1/D over a neuron's spikes, Q14
.endif
.if PEND
.mem val s32 [2][NIN]           ; landing rows of carried values, Q10
.mem got bit [NIN]
.mem pt,pend s32 [NOUT]         ; pending sum, Q10
.on SPV = s.st val[ep], key, pay
.endif
.if OUT
.mem e,ds s32 [NOUT]            ; error; derivative, Q10
.mem some bit [NOUT]
.else
.mem B s32 [NO][NOUT]           ; feedback, Q16
.mem e,d s32 [NO]               ; errors and derivatives of the outputs
.mem err,fbar,t1 s32 [NOUT]     ; error, Q12; mean rate, Q16
.mem RP s32 [NOUT]
.mem pb bit [NOUT]
.mem p s16 [NOUT]               ; perturbation, +-1 in Q10
.mem h bit [NOUT]
.seed RP 200+LAY OFF
.if PEND
.mem cv s32 [NOUT]
.endif
.on ERR = s.st e, key, pay
.if LEARNED
.on DER = s.st d, key, pay
.endif
.endif

.on SAMPLE begin
.on LAB label
.on SPK = b.set lp[ep], key
.on PHASE0 tick
.if OUT
.on DRAIN drain
.endif
.on UPDATE update

; ---- clear what the last sample left
begin:  s.mov   t, #-LAY
        s.mov   rd, #0
wipe:   popb    j, fired, wiped
        s.mul   row, j, #NB, #0
        s.mov   b, #0
wipeb:  v.mov   E[row], #0
.if INTRA
        v.mov   R[row], #0
.endif
        s.add   row, row, #1
        loop    b, nb, wipeb
        jmp     wipe
wiped:  s.mov   b, #0
        bge     b, nb, fresh
trace0: v.mov   al[b], #0
        v.mov   z[b], #0
        loop    b, nb, trace0
fresh:  s.mov   n, #0
        s.mov   nb, #0
        v.mov   slot, #-1
        b.fill  lp, #0
        v.mov   u, #0
        v.mov   I, #0
        v.mov   cnt, #0
        v.mov   tl, #-T
.if GAIN
        v.mov   G, #0
.endif
.if PEND
        v.mov   val, #0
        v.mov   pend, #0
.endif
.if OUT
        v.mov   ds, #0
.else
        v.mov   e, #0
        v.mov   d, #0
.endif
        bar

label:  s.mov   lab, key
        s.mov   mode, pay
.if OUT==0
        blt     mode, #0, named
        x.bern  pb, RP, #1, #1
        v.mov   p, #-1024
        v.mov   p, #1024 ?pb
named:
.endif
        end

; ---- one step: what arrived, while the array sums it up
.phase forward
tick:   blt     t, #0, next
        bge     t, #T, next
        b.mov   pre, lp[rd]
        b.fill  lp[rd], #0
.if PEND
        c.ne    got, val[rd], #0
        b.or    pre, pre, got
.endif
        a.fwd   in, W, pre
        v.leak.r u, I, #KU
        v.srs.r I, I, #KI
        blt     mode, #0, sum
.phase backward
        s.mov   b, #0
        bge     b, nb, axons
decay:  v.leak.r z[b], al[b], #KU
        v.srs.r al[b], al[b], #KI
        loop    b, nb, decay
axons:  popb    j, pre, carry
        s.ld    k, slot, j
        bge     k, #0, known
        s.mov   k, n
        s.st    slot, j, k
        s.add   n, n, #1
        s.shr   b, k, #LB
        s.and   c, k, #BL-1
        s.st    ax[b], c, j
        s.add   nb, b, #1
        s.inc   al[b], c, #65536
        jmp     axons
known:  s.shr   b, k, #LB
        s.and   c, k, #BL-1
        s.inc   al[b], c, #65536
        jmp     axons
carry:
.if PEND
        a.fwdv  pt, W, val[rd], #WF
        v.mov   val[rd], #0
        v.add   pend, pend, pt
.endif
.phase forward
sum:    v.mac   I, in, #1<<16-WF, #0

; ---- threshold
        c.ge    f, u, #TH
        bnone   f, next
        .probe  spikes f
        v.sub   u, u, #TH ?f
        v.add   cnt, cnt, #1 ?f
.if OUT
        blt     mode, #0, next
        b.or    fired, fired, f
        v.add   ds, ds, pend ?f
        v.mov   pend, #0 ?f
.else
        bge     mode, #0, send
        p.each  SPK, f
        jmp     next
send:   b.andn  g, f, fired
        b.or    fired, fired, f
.if PEND
        v.mov   cv, #0
        v.mov   cv, pend ?f
        v.add   cv, cv, p ?g
        v.mov   pend, #0 ?f
        c.ne    h, cv, #0
        p.eachv SPV, h, cv
        b.andn  h, f, h
.else
        p.eachv SPV, g, p
        b.andn  h, f, g
.endif
        p.each  SPK, h
.endif

; ---- post-spike passes
.phase backward
post:   popb    j, f, next
        s.ld    inv, I, j
.if EXACT
        s.sub   inv, inv, #TH
.endif
        s.max   inv, inv, #FLOOR
        s.div   inv, #1<<30, inv
.if GAIN
        s.inc   G, j, inv
.endif
.if INTRA
        s.ld    x, tl, j
        s.sub   x, t, x
        s.min   x, x, #T
        s.ld    rh, RHO, x
        s.st    tl, j, t
        s.mul   tr, rh, #TH, #16
.endif
        s.mul   row, j, #NB, #0
        s.mov   b, #0
pass:   v.shr   a, z[b], #4
.if INTRA
        v.mul   m, R[row], tr, #13
        v.add   a, a, m
.endif
        v.mul   a, a, inv, #13
        v.add   E[row], E[row], a
.if INTRA
        v.mul   m, R[row], rh, #12
        v.add   R[row], m, a
.endif
        s.add   row, row, #1
        loop    b, nb, pass
        jmp     post

.phase control
next:   s.add   t, t, #1
        s.incm  rd, #2
        bar

; ---- the answer, and what the hidden layers learn from
.if OUT
drain:  c.ne    some, cnt, #0
        p.eachv RES, some, cnt
.phase backward
        blt     mode, #0, said
        v.sub   e, #YF, cnt
        s.sub   j, lab, #OFF
        blt     j, #0, others
        bge     j, #NOUT, others
        s.ld    x, cnt, j
        s.sub   x, #YT, x
        s.st    e, j, x
others: c.ne    some, e, #0
        .probe  errors some
        p.eachv ERR, some, e
.if LEARNED
        c.ne    some, ds, #0
        .probe  errors some
        p.eachv DER, some, ds
.endif
said:   bar
.endif

; ---- feedback and error of hidden neurons
.phase update
update: blt     mode, #0, done
.if OUT
        s.shr   k, mode, #8
.else
        v.shl   t1, cnt, #16
        v.leak.r fbar, t1, #6
        v.sub   t1, #FT, fbar
        v.mul.r err, t1, #REG, #16
        s.shr   y, mode, #16
        s.mov   j, #0
teach:
.if LEARNED
        s.ld    x, d, j
        v.mul   t1, p, x, #4
        v.leak.r B[j], t1, y ?fired
.endif
        s.ld    x, e, j
        v.shr.r t1, B[j], #4
        v.mac   err, t1, x, #0
        loop    j, #NO, teach
        s.mov   k, mode
.endif

; ---- weights of neurons that fired: rows of E into columns of W, stochastically rounded
        s.and   k, k, #255
        s.add   k, k, #SHIFT
        b.mov   g, fired
learn:  popb    j, g, done
.if OUT
        s.ld    x, e, j
.else
        s.ld    x, err, j
.endif
        beq     x, #0, learn
        s.mov   y, k
.if GAIN
        s.ld    inv, G, j
        s.shr   inv, inv, #4
        s.mul   rh, inv, n, #0
        s.mul   rh, rh, inv, #26
.endif
.if ENERGY
        s.mul   row, j, #NB, #0
        s.mov   b, #0
        s.mov   rh, #0
square: v.mul   a, E[row], E[row], #10
        r.sum   inv, a
        s.add   rh, rh, inv
        s.add   row, row, #1
        loop    b, nb, square
        s.shr   rh, rh, #16
.endif
.if GAIN || ENERGY
        s.add   rh, rh, #1
        s.clz   rh, rh
        s.sub   rh, #28-ENERGY, rh
        s.add   y, y, rh
.endif
        s.max   y, y, #1
        s.min   y, y, #31
        s.sub   y, y, #16
        bge     y, #0, scaled
        s.sub   y, #0, y
        s.shl   x, x, y
        s.mov   y, #0
scaled: s.mul   row, j, #NB, #0
        s.mov   b, #0
write:  v.mul   a, E[row], x, y
        x.rnd   m, RS[j], #16
        v.add   a, a, m
        v.shr   a, a, #16
        .probe  updates a
        v.scadd W[:,j], ax[b], a
        s.add   row, row, #1
        loop    b, nb, write
        jmp     learn
done:   bar

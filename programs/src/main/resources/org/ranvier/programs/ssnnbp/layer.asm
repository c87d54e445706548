; SSNN-BP, one tile of the crossbar of layer LAY: rows = layer LAY-1 and a bias row, columns = NOUT neurons of layer LAY.
;
; Columns carry the forward halves of this layer's neurons, rows the gradient halves of the layer below (BACK). What depends on
; packets of tick t-1 is finished at the start of tick t: latch the spikes, gate the gradient, pulse the update; then the array
; is read backward and forward for tick t. So one barrier a tick is enough. Landing rows are chosen by the parity of the sender's
; tick, because cores leave a barrier at different times.
;
; A layer of SPLIT tiles takes a second phase: partial sums of the transposed read meet in tile 0, which holds the gradient
; halves, and the winners of output tiles meet in all of them.
.param NIN=784 NOUT=100 OFF=0 NALL=NOUT
.param N=16 L=2 LAY=1 ALIGN=1 THS=0 KS=0 BSH=1
.param SPLIT=1 TILE=0
.param OUT=LAY==L BACK=LAY>1 OWNER=TILE==0
.param GD=ALIGN*2*(L-LAY) D=ALIGN*(2*(L-LAY)+1)
.param W0=2*L-LAY+1 W1=W0+N ONE=1<<20 LOWEST=-(1<<30)*2

.reg t=r0 rd=r1 rp=r2 ro=r3 hw=r4   ; tick; landing parity and ring row of tick t-1; ring row of t-1-D; gate row of t-1-GD
.reg qen=r5 lab=r6 last=r7          ; learn-enable threshold (negative: inference), label, draining
.reg x=r8 k=r9 best=r10 j=r11

.array W s32 [NIN+1][NOUT]
.mem lp bit [2][NIN+1]              ; landing rows of forward spikes
.mem pre bit [D+1][NIN+1]           ; delay line of forward spikes
.mem u,RF s32 [NOUT]
.mem RQ,rq s32 [1]                  ; learn-enable: the same stream in every core
.mem gp,gn bit [NOUT]               ; gradient of tick t-1, after the gate
.seed RF 10+LAY OFF
.seed RQ 50
.if OUT
.mem sc s32 [NOUT]
.mem ix s16 [NOUT]
.mem GUM s32 [1024]                 ; Gumbel noise by rank, written by the host before the run
.mem cnt s16 [NOUT]
.mem all bit [NOUT]
.if SPLIT>1
.mem wsc s32 [NALL]                 ; scores of the tiles' winners by output neuron
.on WIN = s.st wsc, key, pay
.endif
.on LAB label
.else
.mem h bit [GD+1][NOUT]             ; delay line of derivative gates
.mem qp,qn bit [2][NOUT]            ; landing rows of gradient spikes
.mem s,m1 bit [NOUT]
.on GP = b.set qp[ep], key
.on GN = b.set qn[ep], key
.on LAB = s.mov qen, pay
.endif
.if BACK
.mem v s32 [NIN]
.mem q bit [NIN]
.if OWNER
.mem av,RG s32 [NIN]
.mem bp,bn bit [NIN]
.seed RG 30+LAY-1
.if SPLIT>1
.mem w s32 [NIN]                    ; partial sums of the other tiles
.on PS = s.inc w, key, pay
.endif
.endif
.endif

.on SAMPLE begin
.on SPK = b.set lp[ep], key
.on PHASE0 tick
.if SPLIT>1
.on PHASE1 meet
.endif
.on DRAIN drain

begin:  s.mov   t, #0
        s.mov   rd, #0
        s.mov   rp, #0
        s.mov   ro, #D>0
        s.mov   hw, #0
        b.fill  pre, #0
        b.fill  lp, #0
        b.fill  gp, #0
        b.fill  gn, #0
.if OUT
        v.mov   cnt, #0
.if SPLIT>1
        v.mov   wsc, #LOWEST
.endif
.else
        b.fill  h, #0
        b.fill  qp, #0
        b.fill  qn, #0
.endif
        bar

.if OUT
label:  s.mov   lab, key
        s.mov   qen, pay
        end
.endif

; ---- finish tick t-1
drain:  s.mov   last, #1
        jmp     finish
tick:   s.mov   last, #0
finish: b.mov   pre[rp], lp[rd]
        b.set   pre[rp], #NIN       ; the bias row
        b.fill  lp[rd], #0
        blt     qen, #0, read
        blt     t, #1, read
.phase update
.if OUT==0
        b.and   gp, qp[rd], h[hw]
        b.and   gn, qn[rd], h[hw]
        b.fill  qp[rd], #0
        b.fill  qn[rd], #0
.endif
        .probe  gradient_up gp
        .probe  gradient_down gn
        x.rnd   rq, RQ, #20
        s.ld    x, rq, #0
        bge     x, qen, read
        blt     t, #W0, read
        bge     t, #W1, read
        a.pulse W, pre[ro], gp, gn
read:   bne     last, #0, result

; ---- read the array for tick t: backward when there is a gradient, then forward
.if BACK
.phase backward
        blt     qen, #0, ahead
        bnone   gp, check
        jmp     back
check:  bnone   gn, flat
back:   a.bwd   v, W, gp, gn
.phase forward
        a.fwd   u, W, pre[rp]
.phase backward
.if SPLIT==1
        jmp     sample
flat:   x.rnd   av, RG, #1          ; streams step whatever the data
.else
.if OWNER
        jmp     soma
flat:   v.mov   v, #0
.else
        c.ne    q, v, #0
        p.eachv PS, q, v
        jmp     soma
flat:
.endif
.endif
.endif
.phase forward
ahead:  a.fwd   u, W, pre[rp]

; ---- forward halves
soma:
.if OUT
        x.rnd   ix, RF, #10
        v.gat   sc, GUM, ix
        v.shl   u, u, #BSH
        v.add   sc, sc, u
        b.fill  gp, #0
        b.fill  gn, #0
        blt     t, #L, next
        r.max   best, k, sc
        s.add   k, k, #OFF
.if SPLIT>1
        p.send  WIN, k, best
.else
        jmp     decide
.endif
.else
        v.shr   u, u, #THS
        x.bern  s, RF, u, #20
        c.gt    m1, u, #0
        c.gt    h[hw], #ONE, u ?m1
        blt     t, #LAY, next
        .probe  spikes s
        p.each  SPK, s
.endif
next:   s.add   t, t, #1
        s.incm  rd, #2
        s.incm  rp, #D+1
        s.incm  ro, #D+1
        s.incm  hw, #GD+1
        bar

; ---- second phase of a split layer
.if SPLIT>1
meet:
.if BACK && OWNER
.phase backward
        blt     qen, #0, met
        v.add   v, v, w
        v.mov   w, #0
        jmp     sample
met:
.endif
.phase forward
.if OUT
        blt     t, #L+1, quiet      ; t has moved on to the next tick
        s.st    wsc, k, best
        r.max   best, k, wsc
        v.mov   wsc, #LOWEST
        jmp     decide
.endif
quiet:  bar
.endif

; ---- gradient halves of the layer below
.if BACK && OWNER
.phase backward
sample: v.abs   av, v
.if KS>=0
        v.shl   av, av, #KS
.else
        v.shr   av, av, #-KS
.endif
        x.bern  q, RG, av, #20
        c.gt    bp, v, #0 ?q
        c.gt    bn, #0, v ?q
        p.each  GP, bp
        p.each  GN, bn
.if SPLIT==1
        jmp     soma
.else
        jmp     met
.endif
.endif

; ---- winner-take-all: count it, and make the error onehot(label) - onehot(winner)
.if OUT
.phase forward
decide: s.sub   j, k, #OFF
        blt     j, #0, lose
        bge     j, #NOUT, lose
        s.inc   cnt, j, #1
        beq     k, lab, decided
        b.set   gn, j
lose:   beq     k, lab, decided
        s.sub   j, lab, #OFF
        blt     j, #0, decided
        bge     j, #NOUT, decided
        b.set   gp, j
decided:
.if SPLIT>1
        bar
.else
        jmp     next
.endif
.endif

; ---- after the last tick: the output layer reports its winner counts
.phase control
result:
.if OUT
        b.fill  all, #1
        p.eachv RES, all, cnt
.endif
        bar

; RPU-SGD, one tile of the crossbar of layer LAY: rows = layer LAY-1 and a bias row, columns = NOUT neurons of layer LAY.
;
; Stochastic gradient descent by back-propagation with the array doing all products (Gokmen and Vlasov 2016): a forward read and a
; transposed read driven by values, and an update by the trains of the array's pulse generators. One step of a sample a tick: layer
; l is computed forward in tick l; its errors arrive in tick 2L-l-1, so it learns in tick 2L-l; the output layer does both in tick L.
; All values are Q20. Errors are target - answer, so that a positive product raises a weight.
.param NIN=784 NOUT=100 OFF=0
.param L=2 LAY=1
.param ACTIVATION=0             ; of hidden layers: 0 sigmoid, 1 tanh, 2 rectifier
.param OUT=LAY==L BACK=LAY>1 ONE=1<<20
.param ENTRIES=1024 STEP=14     ; the activation's table: step 2^(STEP-20), argument 0 in the middle
.param EXPSTEP=13               ; the exponential's table: step 2^(EXPSTEP-20), from 0 downward

.reg t=r0 eta=r1                ; tick; learning rate, 0 for a test image
.reg lab=r2 best=r3 k=r4 sum=r5 p=r6

.array W s32 [NIN+1][NOUT]
.mem x s32 [NIN+1]              ; what the layer below says, and the bias
.mem u,y,d s32 [NOUT]           ; sums, activations, errors
.mem m bit [NOUT]
.if OUT || ACTIVATION<2
.mem TAB s32 [ENTRIES]          ; activation or exponential, written by the host before the run
.mem ix s32 [NOUT]
.endif
.if BACK
.mem b s32 [NIN]                ; errors of the layer below, before its derivative
.mem mb bit [NIN]
.endif
.if OUT
.on LAB label
.else
.mem e s32 [NOUT]               ; errors from above, summed over the tiles that send them
.on ERR = s.inc e, key, pay
.on LAB = s.mov eta, pay
.endif
.on ACT = s.st x, key, pay
.on SAMPLE begin
.on PHASE0 tick

begin:  s.mov   t, #0
        v.mov   x, #0
        s.st    x, #NIN, #ONE   ; the bias row
.if OUT==0
        v.mov   e, #0
.endif
        bar

.if OUT
label:  s.mov   lab, key
        s.mov   eta, pay
        end
.endif

tick:   beq     t, #LAY, ahead
.if OUT==0
        beq     t, #2*L-LAY, learn
.endif
next:   s.add   t, t, #1
        bar

.phase forward
ahead:  a.fwdv  u, W, x, #20
.if OUT
; ---- softmax, the largest sum moved to 0; its reciprocal in Q20 from 2^40 / sum
        r.max   best, k, u
        v.sub   ix, best, u
        v.shr.r ix, ix, #EXPSTEP
        v.min   ix, ix, #ENTRIES-1
        v.gat   y, TAB, ix
        r.sum   sum, y
        s.shr   sum, sum, #10
        s.div   sum, #1<<30, sum
        v.mul.r y, y, sum, #20
        s.ld    p, y, k
        p.send  RES, k, p
        beq     eta, #0, next
        v.sub   d, #0, y
        s.inc   d, lab, #ONE
.else
.if ACTIVATION<2
        v.shr.r ix, u, #STEP
        v.add   ix, ix, #ENTRIES/2
        v.max   ix, ix, #0
        v.min   ix, ix, #ENTRIES-1
        v.gat   y, TAB, ix
.else
        v.max   y, u, #0
.endif
        c.ne    m, y, #0
        .probe  spikes m
        p.eachv ACT, m, y
        jmp     next

; ---- the derivative from the activation itself
.phase backward
learn:  beq     eta, #0, next
.if ACTIVATION==0
        v.sub   u, #ONE, y
        v.mul.r u, u, y, #20
        v.mul.r d, u, e, #20
.else
.if ACTIVATION==1
        v.mul.r u, y, y, #20
        v.sub   u, #ONE, u
        v.mul.r d, u, e, #20
.else
        c.gt    m, y, #0
        v.mov   d, #0
        v.mov   d, e ?m
.endif
.endif
.endif

; ---- errors of the layer below, then the update
.if BACK
.phase backward
        a.bwdv  b, W, d, #20
        c.ne    mb, b, #0
        p.eachv ERR, mb, b
.endif
.phase update
        c.ne    m, d, #0
        .probe  errors m
        a.upd   W, x, d, eta
        jmp     next

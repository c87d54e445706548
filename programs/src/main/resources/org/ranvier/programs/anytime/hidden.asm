; Anytime inference, hidden role: NOUT leaky integrate-and-fire neurons of layer LAY.
;
; V = (V >> 1) + I, the shift flooring; a spike where V > TH, and V = 0 there. The layer works LAY ticks behind the input.
; Nothing is cleared when a sample begins: a core that finds another sample id than the one it last worked for starts
; over, and its first membrane is the first input.
.param NIN=784 NOUT=100 LAY=1 T=10 TH=127
.reg t=r0 rd=r1 mine=r2         ; tick; landing row of the tick before; the sample that the state belongs to
.array W s8 [NIN][NOUT]
.mem in s32 [2][NOUT]           ; landing rows by the parity of the sender's tick
.mem v s16 [NOUT]
.mem f bit [NOUT]
.on SPK = a.acc in[ep], W, key
.on STOP = close
.on PHASE0 tick
.on DRAIN drain

.phase forward
tick:   beq     mine, sid, same
        s.mov   mine, sid
        s.mov   t, #0
        s.mov   rd, #0
same:   blt     t, #LAY, next
        bge     t, #LAY+T, next
        beq     t, #LAY, first
        v.shr   v, v, #1
        v.add   v, v, in[rd]
        jmp     fire
first:  v.mov   v, in[rd]
fire:   v.mov   in[rd], #0
        c.gt    f, v, #TH
        v.mov   v, #0 ?f
        blt     sid, #0, next   ; closed while this tick was computed
        .probe  spikes f
        p.each  SPK, f
next:   s.add   t, t, #1
        s.incm  rd, #2
        bar

.phase control
drain:  bge     sid, #0, done
        v.mov   in, #0          ; what a sample that was cut short left on its way
done:   bar

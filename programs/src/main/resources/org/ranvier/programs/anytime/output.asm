; Anytime inference, output role: accumulates the logits of K classes and answers as soon as the gap between the two largest
; exceeds this tick's threshold.
;
; Logits of output tick n are complete at the start of tick n + L. With TRACE the largest class and the gap of every tick go to
; the host as well, for calibration.
.param NIN=100 K=10 L=2 T=10 TRACE=0
.reg t=r0 rd=r1 mine=r2         ; tick; landing row of the tick before; the sample that the state belongs to
.reg n=r3 m1=r4 i1=r5 m2=r6 gap=r7 b=r8 last=r9
.array W s8 [NIN][K]
.mem in s32 [2][K]              ; landing rows by the parity of the sender's tick
.mem Y s32 [K]
.mem BETA s32 [T]               ; thresholds by output tick, written by the host before the run
.on SPK = a.acc in[ep], W, key
.on PHASE0 tick
.on DRAIN drain

.phase forward
tick:   s.mov   last, #0
        beq     mine, sid, same
        s.mov   mine, sid
        s.mov   t, #0
        s.mov   rd, #0
same:   blt     t, #L, next
        beq     t, #L, first
        v.add   Y, Y, in[rd]
        jmp     test
first:  v.mov   Y, in[rd]
test:   v.mov   in[rd], #0
        r.top2  m1, i1, m2, Y
        s.sub   gap, m1, m2
        s.sub   n, t, #L
.if TRACE
        p.send  GAP, i1, gap
.endif
        bne     last, #0, end
        s.ld    b, BETA, n
        bge     b, gap, next
        close
        p.send  STOP, #0, #0
        s.add   n, n, #1
        p.send  RES, i1, n
        stop
end:    s.add   n, n, #1
        p.send  RES, i1, n
        bar
next:   s.add   t, t, #1
        s.incm  rd, #2
        bar

; ---- after the last tick: either the answer is out, or this is output tick T
drain:  s.mov   last, #1
        bge     sid, #0, same
        v.mov   in, #0          ; what a sample that was cut short left on its way
        bar

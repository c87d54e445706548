; Pair-based STDP: leaky integrate-and-fire neurons that learn on a dense array of NIN x N weights.
;
; Every input keeps a trace x, every neuron a trace y, which jump by BUMP with a spike and decay by x -= x >> KX, y -= y >> KY:
;   input j spikes:  w[j][i] -= y[i] >> AM for all i (a row); LTD
;   neuron i spikes: w[j][i] += x[j] >> AP for all j (a column); LTP
; In a tick LTD comes first, then LTP, then the traces jump and decay; weights stay in 0..255. All pairs of spikes count, spikes of
; the same tick do not pair. Input spikes of tick t are seen in tick t+1.
.param NIN=16 N=4
.param TH=400 LEAK=4 REF=2      ; threshold, leak u -= u >> LEAK, refractory ticks
.param BUMP=64 KX=3 KY=3 AP=4 AM=5
.reg rd=r0 k=r1                 ; parity of the inputs that are due; index
.array W u8 [NIN][N]
.mem in bit [2][NIN]            ; landing rows by tick parity
.mem left bit [NIN]
.mem i,u s32 [N]
.mem x,dx u8 [NIN]
.mem y,dy,ref u8 [N]
.mem f,ok bit [N]
.on SAMPLE begin
.on IN = b.set in[ep], key
.on PHASE0 tick

begin:  s.mov   rd, #0
        b.fill  in, #0
        v.mov   u, #0
        v.mov   ref, #0
        v.mov   x, #0
        v.mov   y, #0
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

.phase update
        v.shr   dy, y, #AM
        b.mov   left, in[rd]
ltd:    popb    k, left, post
        v.sub   W[k], W[k], dy  ; u8 ends at 0
        jmp     ltd
post:   v.add   y, y, #BUMP ?f
        v.shr   dx, x, #AP
ltp:    popb    k, f, trace
        v.add   W[:,k], W[:,k], dx
        jmp     ltp
trace:  v.add   x, x, #BUMP ?in[rd]
        v.srs   x, x, #KX
        v.srs   y, y, #KY
        b.fill  in[rd], #0
        s.incm  rd, #2
        bar

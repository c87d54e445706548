; Triplet STDP (Pfister and Gerstner 2006), all-to-all: leaky integrate-and-fire neurons on a dense array of NIN x N weights.
;
; Every input keeps a fast and a slow trace xf, xs, every neuron yf, ys. They jump by 256, which stands for 1, and decay by
; shifts: xf -= xf >> KXF, and so on. With the traces as they were before the spike,
;   input j spikes:  w[j][i] -= yf[i] (A2M + A3M xs[j] / 256) >> SH for all i
;   neuron i spikes: w[j][i] += xf[j] (A2P + A3P ys[i] / 256) >> SH for all j
; In a tick depression comes first, then potentiation, then the traces jump and decay; weights stay in 0..255. With A3M = A3P = 0
; it is pair STDP. Input spikes of tick t are seen in tick t+1.
.param NIN=16 N=4
.param TH=400 LEAK=4 REF=2      ; threshold, leak u -= u >> LEAK, refractory ticks
.param KXF=4 KXS=6 KYF=5 KYS=7
.param A2P=0 A3P=9 A2M=7 A3M=0 SH=8
.reg rd=r0 k=r1 a=r2            ; parity of the inputs that are due; index; amplitude
.array W u8 [NIN][N]
.mem in bit [2][NIN]            ; landing rows by tick parity
.mem left bit [NIN]
.mem i,u s32 [N]
.mem xf,xs s16 [NIN]
.mem yf,ys s16 [N]
.mem dx s32 [NIN]
.mem dy s32 [N]
.mem ref u8 [N]
.mem f,ok bit [N]
.on SAMPLE begin
.on IN = b.set in[ep], key
.on PHASE0 tick

begin:  s.mov   rd, #0
        b.fill  in, #0
        v.mov   u, #0
        v.mov   ref, #0
        v.mov   xf, #0
        v.mov   xs, #0
        v.mov   yf, #0
        v.mov   ys, #0
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
        b.mov   left, in[rd]
ltd:    popb    k, left, post
        s.ld    a, xs, k
        s.mul   a, a, #A3M, #8
        s.add   a, a, #A2M
        v.mul   dy, yf, a, #SH
        v.sub   W[k], W[k], dy
        jmp     ltd
post:   b.mov   ok, f
ltp:    popb    k, ok, trace
        s.ld    a, ys, k
        s.mul   a, a, #A3P, #8
        s.add   a, a, #A2P
        v.mul   dx, xf, a, #SH
        v.add   W[:,k], W[:,k], dx
        jmp     ltp
trace:  v.add   xf, xf, #256 ?in[rd]
        v.add   xs, xs, #256 ?in[rd]
        v.add   yf, yf, #256 ?f
        v.add   ys, ys, #256 ?f
        v.srs   xf, xf, #KXF
        v.srs   xs, xs, #KXS
        v.srs   yf, yf, #KYF
        v.srs   ys, ys, #KYS
        b.fill  in[rd], #0
        s.incm  rd, #2
        bar

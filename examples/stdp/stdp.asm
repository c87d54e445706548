; Leaky integrate-and-fire neurons with pair-based STDP on a dense SRAM array of NIN x N weights.
;
; Every input keeps a trace x, every neuron a trace y, which jump by 64 with a spike and decay. An input spike lowers the
; weights of its row by y (LTD), a neuron's spike raises the weights of its column by x (LTP). Input spikes of tick t land in a
; row chosen by the parity of t and reach the membrane in tick t+1.
.param NIN=16 N=4 TH=400 LEAK=4 KX=3 KY=3 AP=4 AM=5 REF=2
.array W u8 [NIN][N]
.mem In s16 [2][N]              ; landing rows by tick parity
.mem u s16 [N]
.mem x u8 [NIN]
.mem y u8 [N]
.mem ref,dw u8 [N]
.mem dx u8 [NIN]
.mem f,ok bit [N]
.mem pf bit [NIN]               ; inputs that spiked in this tick
.reg rd=r1 i=r2
.on SAMPLE begin
.on IN pre
.on PHASE0 tick
.on PHASE1 post

begin:  s.mov   rd, #0
        v.mov   In, #0
        v.mov   u, #0
        v.mov   ref, #0
        v.mov   x, #0
        v.mov   y, #0
        bar

.phase update
pre:    v.add   In[ep], In[ep], W[key]
        v.shr   dw, y, #AM
        v.sub   W[key], W[key], dw      ; u8 saturates at 0
        b.set   pf, key
        end

.phase forward
tick:   v.srs   u, u, #LEAK
        c.eq    ok, ref, #0
        v.add   u, u, In[rd] ?ok
        v.mov   In[rd], #0
        v.sub   ref, ref, #1 ?!ok
        c.ge    f, u, #TH
        v.mov   u, #0 ?f
        v.mov   ref, #REF ?f
        p.each  OUT, f
        s.incm  rd, #2
        bar

.phase update
post:   bnone   f, trace
        v.shr   dx, x, #AP
        v.add   y, y, #64 ?f            ; after the LTD of this tick's input spikes
next:   popb    i, f, trace
        v.add   W[:,i], W[:,i], dx
        jmp     next
trace:  v.add   x, x, #64 ?pf
        b.fill  pf, #0
        v.srs   x, x, #KX
        v.srs   y, y, #KY
        bar

; The benchmark networks PB-S, PB-M and PB-L: v += b + I; who exceeds TH fires and starts again from 0. A spike arrives as
; one packet per core and scatters the row of its source into the landing row of its tick's parity.
.param NL=63 NSRC=1000 TH=64
.reg rd=r1
.list tgt u8 [NSRC]             ; local targets of every neuron of the network
.list w s8 [NSRC] like tgt
.mem In s32 [2][NL]
.mem v s32 [NL]
.mem b s16 [NL]
.mem f bit [NL]
.on SPK = v.scadd In[ep], tgt{key}, w{key}
.on SAMPLE begin
.on PHASE0 tick
begin: v.mov  v, #0
       v.mov  In, #0
       s.mov  rd, #0
       bar
.phase forward
tick:  v.add  v, v, b
       v.add  v, v, In[rd]
       v.mov  In[rd], #0
       c.gt   f, v, #TH
       v.mov  v, #0 ?f
       .probe spikes f
.phase communication
       p.each SPK, f
       s.incm rd, #2
       bar

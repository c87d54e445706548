; PB-P: the activity of spikes.asm, and integer pair STDP on a second weight wp that drives nothing. A spike that arrives
; depresses its row by the traces of its targets (phase 0); when all have arrived, a neuron that fired potentiates its incoming
; synapses by the traces of their sources (phase 1). Traces decay for the next step at the end of this one, since spikes of the
; next may arrive before its event; who watches them does so at the probe.
.param NL=63 NSRC=1000 TH=64 ROW=7 FANIN=100 UP=64 TOP=127 SH=3
.reg rd=r1 j=r2
.list tgt u8 [NSRC]
.list w s8 [NSRC] like tgt
.list wp u8 [NSRC] like tgt
.list rsrc s16 [NL]             ; incoming synapses of a neuron: source
.list rix s32 [NL] like rsrc    ; and place in wp
.mem In s32 [2][NL]
.mem v s32 [NL]
.mem b s16 [NL]
.mem f,g bit [NL]
.mem x s16 [NL]                 ; traces of this core's neurons
.mem xs s16 [NSRC]              ; copies of the traces of all neurons, kept by their spikes
.mem fs bit [NSRC]              ; whose spikes arrived in this step
.mem down s16 [ROW]
.mem up,new s16 [FANIN]
.on SPK arrive
.on SAMPLE begin
.on PHASE0 tick
.on PHASE1 post
begin: v.mov  v, #0
       v.mov  In, #0
       v.mov  x, #0
       v.mov  xs, #0
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
.phase forward
arrive: v.scadd In[ep], tgt{key}, w{key}
       b.set  fs, key
.phase update
       v.gat  down, x, tgt{key}
       .probe depress down
       v.srs  wp{key}, down, #SH
       end
post:  b.mov  g, f
next:  popb   j, g, trace
       v.gat  up, xs, rsrc{j}
       .probe potentiate up
       v.gat  new, wp, rix{j}
       v.sra  new, up, #SH
       v.sca  wp, rix{j}, new
       jmp    next
trace: v.add  xs, xs, #UP ?fs
       v.min  xs, xs, #TOP
       v.add  x, x, #UP ?f
       v.min  x, x, #TOP
       b.fill fs, #0
       .probe traces x
       v.srs  xs, xs, #SH
       v.srs  x, x, #SH
       bar

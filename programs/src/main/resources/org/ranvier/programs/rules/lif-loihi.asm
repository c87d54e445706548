; Loihi's current-based leaky integrate-and-fire neurons in Loihi's integers, N neurons behind a dense array of NIN inputs.
;
; The arithmetic is that of lava's bit-accurate LIF model (lava.proc.lif, PyLifModelBitAcc; Davies et al. 2018):
;   u <- u (4095 - DU) >> 12, towards 0, + 64 (sum of weights); past +-2^23 it wraps around
;   v <- v (4096 - DV) >> 12, towards 0, + u + bias 2^BEXP; limited to +-(2^23 - 1)
;   a neuron with v > 64 VTH fires, v becomes 0 and stays 0 for REF ticks (lava's model has no refractory period)
; Input spikes of tick t reach u in tick t+1. Weights are whole numbers; Loihi stores -256..255.
.param NIN=16 N=8
.param DU=1023 DV=255           ; decays, 12 bit: 0..4095
.param VTH=100 REF=0            ; threshold mantissa, 17 bit: 0..131071; refractory ticks, 0..255
.param BEXP=0                   ; exponent of the biases, 0..7
.param UNITY=1<<12 LIMIT=1<<23
.reg rd=r0                      ; parity of the inputs that are due
.array W s16 [NIN][N]
.mem in bit [2][NIN]            ; landing rows by tick parity
.mem bias s16 [N]               ; mantissas, 13 bit: -4096..4095
.mem i,u,v,t s32 [N]
.mem ref u8 [N]
.mem f,m,n bit [N]
.on SAMPLE begin
.on IN = b.set in[ep], key
.on PHASE0 tick

begin:  s.mov   rd, #0
        b.fill  in, #0
        v.mov   u, #0
        v.mov   v, #0
        v.mov   ref, #0
        bar

.phase forward
tick:   a.fwd   i, W, in[rd]
        b.fill  in[rd], #0
        s.incm  rd, #2

; ---- current: sign and magnitude decay apart, so that the shift rounds towards 0
        c.gt    m, #0, u
        v.abs   u, u
        v.mul   u, u, #UNITY-1-DU, #12
        v.sub   u, #0, u ?m
        v.shl   i, i, #6
        v.add   u, u, i
        c.gt    m, u, #LIMIT
        c.gt    n, #1-LIMIT, u
        v.sub   u, u, #2*LIMIT ?m
        v.add   u, u, #2*LIMIT ?n

; ---- voltage
        c.gt    m, #0, v
        v.abs   v, v
        v.mul   v, v, #UNITY-DV, #12
        v.sub   v, #0, v ?m
        v.add   v, v, u
        v.shl   t, bias, #BEXP
        v.add   v, v, t
        v.min   v, v, #LIMIT-1
        v.max   v, v, #1-LIMIT
        c.gt    m, ref, #0
        v.mov   v, #0 ?m
        v.sub   ref, ref, #1    ; u8 ends at 0

; ---- spikes
        c.gt    f, v, #VTH<<6
        v.mov   v, #0 ?f
        v.mov   ref, #REF ?f
        p.each  SPK, f
        bar

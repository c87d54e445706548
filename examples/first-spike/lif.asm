; Leaky integrate-and-fire neurons in ten lines: the potential u follows the input with a time constant of eight ticks.
.mem  i,u s16 [8]               ; input of this tick, membrane potential
.mem  f bit [8]                 ; who fires
.on   IN = s.inc i, key, pay    ; an input packet adds its payload, as it arrives
.on   PHASE1 tick               ; the second phase of a tick begins when all inputs of the first are in
tick: v.leak  u, i, #3          ; u += (i - u) / 8
      v.mov   i, #0
      c.ge    f, u, #300
      v.mov   u, #0 ?f          ; who fires starts again from 0
      p.each  SPK, f            ; one packet per neuron that fires
      bar

; Anytime inference, input role: pixels in, spikes out, until T ticks are over or the sample is closed.
.param NIN=784 T=10
.param RATE=1                   ; 1: a Bernoulli draw a pixel and tick; 0: integrate and fire, without draws
.param GAIN=526345              ; a pixel's probability in 2^-28
.reg t=r0
.mem pix u8 [NIN]               ; the image of this sample
.mem s bit [NIN]
.if RATE
.mem p s32 [NIN]                ; probabilities in 2^-20
.mem RIN s32 [NIN]              ; random states, one a pixel
.seed RIN 0
.else
.mem acc s16 [NIN]
.endif
.on SAMPLE begin
.on PIX = s.st pix, key, pay    ; the host sends the non-zero pixels
.on STOP = close                ; the output knows its answer
.on PHASE0 tick

begin:  v.mov   pix, #0
        s.mov   t, #0
        bar

.phase forward
tick:   bge     t, #T, idle     ; only the last spikes are still on their way through the layers
.if RATE
        bne     t, #0, draw
        v.mul.r p, pix, #GAIN, #8
draw:   x.bern  s, RIN, p, #20
.else
        bne     t, #0, sum
        v.mov   acc, #128
sum:    v.add   acc, acc, pix
        c.ge    s, acc, #256
        v.sub   acc, acc, #256 ?s
.endif
        s.add   t, t, #1
        blt     sid, #0, idle   ; closed while this tick was computed
        .probe  spikes s
        p.each  SPK, s
idle:   bar

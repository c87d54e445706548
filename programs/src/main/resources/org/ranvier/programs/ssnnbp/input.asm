; SSNN-BP, input role: pixels in, Bernoulli spikes out.
.param NIN=784
.reg t=r0
.mem pix u8 [NIN]               ; the image of this sample
.mem RIN s32 [NIN]              ; random states, one a pixel
.mem s bit [NIN]
.seed RIN 0
.on SAMPLE begin
.on PIX = s.st pix, key, pay    ; the host sends the non-zero pixels
.on PHASE0 tick

begin:  v.mov   pix, #0
        bar

.phase forward
tick:   x.bern  s, RIN, pix, #8
        .probe spikes s
        p.each  SPK, s
        bar

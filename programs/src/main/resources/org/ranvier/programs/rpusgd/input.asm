; RPU-SGD, input role: pixels in, values out.
.param NIN=784
.param PIXEL=4112               ; 2^20 / 255: a white pixel is 1
.reg t=r0
.mem pix u8 [NIN]               ; the image of this sample
.mem x s32 [NIN]
.mem m bit [NIN]
.on SAMPLE begin
.on PIX = s.st pix, key, pay    ; the host sends the non-zero pixels
.on PHASE0 tick

begin:  v.mov   pix, #0
        s.mov   t, #0
        bar

.phase forward
tick:   bne     t, #0, idle
        v.mul   x, pix, #PIXEL, #0
        c.ne    m, pix, #0
        .probe  spikes m
        p.eachv ACT, m, x
idle:   s.add   t, t, #1
        bar

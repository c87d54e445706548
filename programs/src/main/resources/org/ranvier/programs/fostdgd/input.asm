; FO-STDGD, input role: pixels in, spikes out, by integrate and fire in integers and without random numbers.
.param NIN=784 T=20
.reg t=r0
.mem pix u8 [NIN]               ; the image of this sample
.mem acc s16 [NIN]
.mem s bit [NIN]
.on SAMPLE begin
.on PIX = s.st pix, key, pay    ; the host sends the non-zero pixels
.on PHASE0 tick

begin:  v.mov   pix, #0
        v.mov   acc, #128
        s.mov   t, #0
        bar

.phase forward
tick:   bge     t, #T, quiet
        v.add   acc, acc, pix
        c.ge    s, acc, #256
        v.sub   acc, acc, #256 ?s
        .probe  spikes s
        p.each  SPK, s
quiet:  s.add   t, t, #1
        bar

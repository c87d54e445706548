; Input role of the rules for images: pixels in, spikes out. A pixel p fires every 255 / p ticks, evenly, by integrating itself.
.param NIN=784
.mem pix u8 [NIN]               ; the image of this sample
.mem acc s16 [NIN]              ; p t - 255 (spikes so far) + 127
.mem s bit [NIN]
.on SAMPLE begin
.on PIX = s.st pix, key, pay    ; the host sends the non-zero pixels
.on PHASE0 tick

begin:  v.mov   pix, #0
        v.mov   acc, #127
        bar

.phase forward
tick:   v.add   acc, acc, pix
        c.ge    s, acc, #255
        v.sub   acc, acc, #255 ?s
        .probe  spikes s
        p.each  SPK, s
        bar

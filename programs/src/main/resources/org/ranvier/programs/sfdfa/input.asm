; SFDFA, input role: a pixel becomes one spike, the earlier the brighter.
.param NIN=784
.param LAST=49                  ; the last step in which a pixel may spike
.reg t=r0
.mem pix u8 [NIN]               ; the image of this sample
.mem at s16 [NIN]               ; the step in which each pixel spikes, -1 for never
.mem s bit [NIN]
.mem STEP s16 [256]             ; step by brightness, written by the host before the run
.on SAMPLE begin
.on PIX = s.st pix, key, pay    ; the host sends the non-zero pixels
.on PHASE0 tick

begin:  v.mov   pix, #0
        s.mov   t, #0
        bar

.phase forward
tick:   bne     t, #0, spike
        v.gat   at, STEP, pix
spike:  bge     t, #LAST+1, quiet
        c.eq    s, at, t
        .probe  spikes s
        p.each  SPK, s
quiet:  s.add   t, t, #1
        bar

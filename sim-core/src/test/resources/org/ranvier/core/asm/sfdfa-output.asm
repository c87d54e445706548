; SFDFA output role: threshold in PHASE2; carries perturbation sums; DRAIN multicasts (e,d); UPDATE is local
.param NIN=100 NOUT=10 TH=176423 TH16=11026 YT=15 YF=3 LR2=6 RK=6
.array W s16 [NOUT][NIN]
.mem E s16 [NOUT][NIN]
.mem R s16 [NOUT][NIN]
.mem al s32 [NIN]
.mem z s32 [NIN]
.mem zq s16 [NIN]
.mem tn s32 [NIN]
.mem d13 s32 [NIN]
.mem RS s32 [NIN]
.mem rr s32 [NIN]
.mem I s32 [NOUT]
.mem u s32 [NOUT]
.mem tl s16 [NOUT]
.mem cnt s16 [NOUT]
.mem pend s32 [NOUT]
.mem ds s32 [NOUT]
.mem e s16 [NOUT]
.mem t1 s32 [NOUT]
.mem t2 s32 [NOUT]
.mem rho s16 [256]
.mem f bit [NOUT]
.mem all bit [NOUT]
.mem fired bit [NOUT]
.reg t=r0 j=r1 x=r2 inv=r3 rh=r4 tr=r5 lab=r6
.on SAMPLE begin
.on LAB = s.mov lab, pay
.on SPK spk
.on PHASE2 post
.on DRAIN error
.on UPDATE update
begin:  s.mov t, #0
        v.mov I, #0
        v.mov u, #0
        v.mov al, #0
        v.mov z, #0
        v.mov cnt, #0
        v.mov pend, #0
        v.mov ds, #0
        b.fill fired, #0
        v.mov tl, #-1000
        end
spk:    v.mac I, W[:,key], #64, #0
        s.inc al, key, #65536
        beq   pay, #0, nopert
        v.mac pend, W[:,key], pay, #0
nopert: end
post:   c.ge  f, u, #TH
        b.or  fired, fired, f
        v.sub u, u, #TH ?f
        v.add cnt, cnt, #1 ?f
        v.add ds, ds, pend ?f
        v.mov pend, #0 ?f
        bnone f, decay
        v.shr zq, z, #4
next:   popb  j, f, decay
        s.ld  x, I, j
        s.max x, x, #TH16
        s.div inv, #1<<30, x
        s.ld  x, tl, j
        s.sub x, t, x
        s.min x, x, #255
        s.ld  rh, rho, x
        s.st  tl, j, t
        s.mul tr, rh, #TH, #16
        v.mul tn, R[j], tr, #13
        v.add tn, tn, zq
        v.mul d13, tn, inv, #13
        v.add E[j], E[j], d13
        v.mul tn, R[j], rh, #12
        v.add R[j], tn, d13
        jmp   next
decay:  v.leak.r u, I, #7
        v.srs.r I, I, #6
        v.leak.r z, al, #7
        v.srs.r al, al, #6
        s.add t, t, #1
        bar
error:  v.sub e, #YF, cnt
        s.ld  x, cnt, lab
        s.sub x, #YT, x
        s.st  e, lab, x
        v.shl t1, e, #16            ; pack (e,d) in one payload
        v.and t2, ds, #0xFFFF
        v.add t1, t1, t2
        b.fill all, #1
        p.eachv ERR, all, t1
        bar
update: b.fill all, #1
nextw:  popb  j, all, fin
        s.ld  x, e, j
        v.mul tn, E[j], x, #LR2+3-RK
        x.rnd rr, RS, #RK
        v.add tn, tn, rr
        v.sra W[j], tn, #RK
        v.mov E[j], #0
        v.mov R[j], #0
        jmp   nextw
fin:    bar

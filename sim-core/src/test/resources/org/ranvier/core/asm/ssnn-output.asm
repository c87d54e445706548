; SSNN-BP output role: crossbar L, WTA over columns, label latch, error, gradient half of layer L-1 on the rows
.param NIN=100 NOUT=10 N=16 L=2 BSH=1 KS=0 QEN=1<<20 W0=L W1=L+N
.reg t=r0 rw=r1 rp=r2 mode=r6 x=r7 k=r8 best=r9 lab=r10 y=r11
.array W s32 [NIN+1][NOUT]
.mem pre bit [2][NIN+1]
.mem u s32 [NOUT]
.mem sc s32 [NOUT]
.mem ix s16 [NOUT]
.mem GUM s32 [1024]
.mem RF s32 [NOUT]
.mem RQ s32 [1]
.mem rq s32 [1]
.mem cnt s16 [NOUT]
.mem all bit [NOUT]
.mem gp bit [NOUT]
.mem gn bit [NOUT]
.mem v s32 [NIN]
.mem av s32 [NIN]
.mem RG s32 [NIN]
.mem q bit [NIN]
.mem bp bit [NIN]
.mem bn bit [NIN]
.on SAMPLE begin
.on MODE = s.mov mode, pay
.on LAB = s.mov lab, pay
.on SPK = b.set pre[rw], key
.on PHASE0 fwd
.on PHASE1 upd
.on DRAIN result
begin:  s.mov t, #0
        s.mov rw, #0
        s.mov rp, #1
        b.fill pre, #0
        b.set pre[rw], #NIN
        b.set pre[rp], #NIN
        b.fill gp, #0
        b.fill gn, #0
        v.mov cnt, #0
        s.mov k, #-1
        end
fwd:    beq    mode, #0, noback
        bnone  gp, drawg            ; gp and gn are set together
        a.bwd  v, W, gp, gn
        v.abs  av, v
        v.shl  av, av, #KS
        x.bern q, RG, av, #20
        c.gt   bp, v, #0 ?q
        c.gt   bn, #0, v ?q
        p.each GP, bp
        p.each GN, bn
        jmp    noback
drawg:  x.rnd  av, RG, #1
noback: a.fwd  u, W, pre[rp]
        x.rnd  ix, RF, #10
        v.gat  sc, GUM, ix
        v.shl  u, u, #BSH
        v.add  sc, sc, u
        b.fill gp, #0
        b.fill gn, #0
        blt    t, #L, idle
        r.max  best, k, sc
        s.inc  cnt, k, #1
        beq    k, lab, idle
        b.set  gp, lab
        b.set  gn, k
idle:   bar
upd:    beq    mode, #0, turn
        x.rnd  rq, RQ, #20
        s.ld   x, rq, #0
        bge    x, #QEN, turn
        blt    t, #W0, turn
        bge    t, #W1, turn
        a.pulse W, pre[rp], gp, gn   ; D = 1
turn:   s.add  t, t, #1
        s.mov  rp, rw
        s.incm rw, #2
        b.fill pre[rw], #0
        b.set  pre[rw], #NIN
        bar
result: b.fill all, #1
        p.eachv RES, all, cnt
        end

(** Derivatives through an increasing map: of what is composed with it, and of its inverse. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** f(y) = f(x) + l (y - x) + o(y - x). *)
Lemma is_derive_iff_linear (f : R -> R) (x l : R) :
  is_derive f x l <->
  forall e, 0 < e -> exists d, 0 < d /\ forall y, Rabs (y - x) < d ->
    Rabs (f y - f x - l * (y - x)) <= e * Rabs (y - x).
Proof.
  rewrite is_derive_Reals; split.
  - intros is e e_pos; destruct (is e e_pos) as [d near]; exists d; split; [apply cond_pos |].
    intros y close; destruct (Req_dec y x) as [-> | other].
    + rewrite !Rminus_eq_0, Rmult_0_r, Rminus_0_r, Rabs_R0; lra.
    + assert (some : y - x <> 0) by lra; specialize (near _ some close).
      replace (x + (y - x)) with y in near by ring.
      replace (f y - f x - l * (y - x)) with (((f y - f x) / (y - x) - l) * (y - x))
        by (field; assumption).
      rewrite Rabs_mult; apply Rmult_le_compat_r; [apply Rabs_pos | lra].
  - intros is e e_pos; destruct (is (e / 2)) as [d [d_pos near]]; [lra |].
    exists (mkposreal d d_pos); intros h some small; simpl in small.
    specialize (near (x + h)); replace (x + h - x) with h in near by ring.
    specialize (near small).
    replace ((f (x + h) - f x) / h - l) with ((f (x + h) - f x - l * h) / h)
      by (field; assumption).
    unfold Rdiv at 1; rewrite Rabs_mult, Rabs_inv.
    assert (0 < Rabs h) by now apply Rabs_pos_lt.
    apply Rle_lt_trans with (e / 2 * Rabs h * / Rabs h); [| field_simplify; lra].
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | assumption].
Qed.

Section Increasing.

(** g has a positive derivative at z and is continuous around it. *)
Variables (g : R -> R) (z k : R).
Hypotheses (g_smooth : locally z (fun u => ex_derive g u)) (g_derive : is_derive g z k).
Hypothesis k_pos : 0 < k.

(** Around z the map is as steep as k/2 at least, seen from z. *)
Lemma steep_near :
  exists d, 0 < d /\ forall u, Rabs (u - z) < d -> k / 2 * Rabs (u - z) <= Rabs (g u - g z).
Proof.
  destruct (proj1 (is_derive_iff_linear g z k) g_derive (k / 2)) as [d [d_pos near]]; [lra |].
  exists d; split; [assumption |]; intros u close; specialize (near u close).
  replace (g u - g z) with (k * (u - z) + (g u - g z - k * (u - z))) by ring.
  apply Rle_trans with (Rabs (k * (u - z)) - Rabs (g u - g z - k * (u - z))).
  - rewrite Rabs_mult, (Rabs_pos_eq k) by lra; lra.
  - generalize (Rabs_triang_inv (k * (u - z)) (- (g u - g z - k * (u - z)))).
    rewrite Rabs_Ropp; replace (k * (u - z) - - (g u - g z - k * (u - z)))
      with (k * (u - z) + (g u - g z - k * (u - z))) by ring; lra.
Qed.

(** Every point close to g(z) is the image of a point close to z. *)
Lemma preimage_near (d : R) :
  0 < d -> exists c, 0 < c /\ forall x, Rabs (x - g z) < c ->
    exists u, Rabs (u - z) < d /\ g u = x.
Proof.
  intros d_pos; destruct g_smooth as [b smooth].
  destruct (proj1 (is_derive_iff_linear g z k) g_derive (k / 2)) as [a [a_pos near]]; [lra |].
  assert (b_pos := cond_pos b).
  set (w := Rmin (Rmin (a / 2) (b / 2)) (d / 2)).
  assert (w_bounds : 0 < w /\ w <= a / 2 /\ w <= b / 2 /\ w <= d / 2).
  { generalize (Rmin_l (Rmin (a / 2) (b / 2)) (d / 2)) (Rmin_r (Rmin (a / 2) (b / 2)) (d / 2))
      (Rmin_l (a / 2) (b / 2)) (Rmin_r (a / 2) (b / 2)); fold w; intros.
    repeat split; try lra; unfold w; repeat apply Rmin_glb_lt; lra. }
  destruct w_bounds as [w_pos [w_a [w_b w_d]]].
  assert (above := near (z + w)); assert (below := near (z - w)).
  replace (z + w - z) with w in above by ring; replace (z - w - z) with (- w) in below by ring.
  rewrite Rabs_Ropp in below; rewrite (Rabs_pos_eq w) in above, below by lra.
  specialize (above ltac:(lra)); specialize (below ltac:(lra)).
  apply Rabs_le_between in above; apply Rabs_le_between in below.
  exists (k / 2 * w); split; [nra |]; intros x close; apply Rabs_lt_between in close.
  destruct (Ranalysis5.f_interv_is_interv g (z - w) (z + w) x) as [u [between value]].
  - lra.
  - split; nra.
  - intros y inside; apply continuity_pt_filterlim, (ex_derive_continuous g), smooth.
    change (Rabs (y - z) < b); apply Rabs_lt_between; lra.
  - exists u; split; [apply Rabs_lt_between; lra | assumption].
Qed.

Lemma locally_image (P : R -> Prop) : locally z (fun u => P (g u)) -> locally (g z) P.
Proof.
  intros [d holds]; destruct (preimage_near d (cond_pos d)) as [c [c_pos image]].
  exists (mkposreal c c_pos); intros x close; change (Rabs (x - g z) < c) in close.
  destruct (image x close) as [u [inside <-]]; now apply holds.
Qed.

(** What has a derivative after g has one before it. *)
Lemma is_derive_of_comp (q : R -> R) (l : R) :
  is_derive (fun u => q (g u)) z l -> is_derive q (g z) (l / k).
Proof.
  intros comp; apply is_derive_iff_linear; intros e e_pos.
  assert (l_size := Rabs_pos (l / k)).
  destruct (proj1 (is_derive_iff_linear _ z l) comp (e * k / 4)) as [a [a_pos outer]]; [nra |].
  destruct (proj1 (is_derive_iff_linear g z k) g_derive (e * k / (4 * (Rabs (l / k) + 1))))
    as [b [b_pos inner]]; [apply Rdiv_lt_0_compat; nra |].
  destruct steep_near as [c [c_pos steep]].
  destruct (preimage_near (Rmin a (Rmin b c))) as [d [d_pos image]];
    [repeat apply Rmin_glb_lt; assumption |].
  exists d; split; [assumption |]; intros x close.
  destruct (image x close) as [u [inside <-]].
  generalize (Rmin_l a (Rmin b c)) (Rmin_r a (Rmin b c)) (Rmin_l b c) (Rmin_r b c); intros.
  specialize (outer u ltac:(lra)); specialize (inner u ltac:(lra)).
  specialize (steep u ltac:(lra)).
  replace (q (g u) - q (g z) - l / k * (g u - g z))
    with ((q (g u) - q (g z) - l * (u - z)) - l / k * (g u - g z - k * (u - z)))
    by (field; lra).
  apply Rle_trans with (1 := Rabs_triang _ _); rewrite Rabs_Ropp, Rabs_mult.
  set (t := Rabs (u - z)) in *; assert (0 <= t) by apply Rabs_pos.
  assert (second : Rabs (l / k) * Rabs (g u - g z - k * (u - z)) <= e * k / 4 * t).
  { apply Rle_trans with
      ((Rabs (l / k) + 1) * (e * k / (4 * (Rabs (l / k) + 1)) * t)); [| right; field; lra].
    apply Rmult_le_compat; try apply Rabs_pos; lra. }
  nra.
Qed.

End Increasing.

(** Where F is increasing, a solution g of F(g(z)) = G(z) has the derivative G′/F′. *)
Lemma is_derive_of_inverse (D : R -> Prop) (F G g : R -> R) (z l m : R) :
  (forall x y, D x -> D y -> x < y -> F x < F y) -> locally (g z) D ->
  locally z (fun u => D (g u) /\ F (g u) = G u) ->
  is_derive F (g z) l -> 0 < l -> is_derive G z m -> is_derive g z (m / l).
Proof.
  intros increasing [a around] [b solves] F_derive l_pos G_derive.
  assert (order : forall x y, D x -> D y -> F x < F y -> x < y).
  { intros x y x_in y_in less; apply Rnot_le_lt; intros [more | ->]; [| lra].
    generalize (increasing y x y_in x_in more); lra. }
  assert (at_z := solves z (ball_center z b)); destruct at_z as [_ at_z].
  assert (near_g : forall e, 0 < e -> exists d, 0 < d /\ forall u, Rabs (u - z) < d ->
    D (g u) /\ F (g u) = G u /\ Rabs (g u - g z) < e).
  { intros e e_pos; assert (a_pos := cond_pos a); assert (b_pos := cond_pos b).
    set (w := Rmin (a / 2) e).
    assert (w_pos : 0 < w) by (apply Rmin_glb_lt; lra).
    assert (w_a : w <= a / 2) by apply Rmin_l; assert (w_e : w <= e) by apply Rmin_r.
    assert (inD : forall x, Rabs (x - g z) < a -> D x) by (intros x close; now apply around).
    assert (here : D (g z)) by (apply inD; rewrite Rminus_eq_0, Rabs_R0; lra).
    assert (low : D (g z - w)) by (apply inD, Rabs_lt_between; lra).
    assert (high : D (g z + w)) by (apply inD, Rabs_lt_between; lra).
    assert (F_low := increasing _ _ low here ltac:(lra)).
    assert (F_high := increasing _ _ here high ltac:(lra)).
    assert (continuous : continuous G z) by (apply (ex_derive_continuous G); eexists; eassumption).
    set (c := Rmin (F (g z) - F (g z - w)) (F (g z + w) - F (g z))).
    assert (c_pos : 0 < c) by (apply Rmin_glb_lt; lra).
    assert (c_l : c <= F (g z) - F (g z - w)) by apply Rmin_l.
    assert (c_r : c <= F (g z + w) - F (g z)) by apply Rmin_r.
    destruct (proj1 (filterlim_locally G (G z)) continuous (mkposreal c c_pos)) as [d near].
    exists (Rmin d b); split; [apply Rmin_glb_lt; apply cond_pos |]; intros u close.
    assert (u_d := Rmin_l d b); assert (u_b := Rmin_r d b).
    assert (u_near := near u ltac:(change (Rabs (u - z) < d); lra)).
    change (Rabs (G u - G z) < c) in u_near; apply Rabs_lt_between in u_near.
    destruct (solves u ltac:(change (Rabs (u - z) < b); lra)) as [in_D equal].
    repeat split; try assumption.
    assert (g z - w < g u) by (apply order; auto; lra).
    assert (g u < g z + w) by (apply order; auto; lra).
    apply Rabs_lt_between; lra. }
  apply is_derive_iff_linear; intros e e_pos.
  assert (ratio := Rabs_pos (m / l)).
  set (e1 := Rmin (l / 2) (e * l / (4 * (Rabs (m / l) + 2)))).
  assert (e1_pos : 0 < e1).
  { apply Rmin_glb_lt; [lra |]; apply Rdiv_lt_0_compat; nra. }
  destruct (proj1 (is_derive_iff_linear F _ l) F_derive e1 e1_pos) as [c [c_pos F_near]].
  destruct (proj1 (is_derive_iff_linear G z m) G_derive (Rmin (e * l / 4) l)) as [d [d_pos G_near]].
  { apply Rmin_glb_lt; nra. }
  destruct (near_g c c_pos) as [h [h_pos close_g]].
  exists (Rmin d h); split; [now apply Rmin_glb_lt |]; intros u close.
  assert (u_d := Rmin_l d h); assert (u_h := Rmin_r d h).
  destruct (close_g u ltac:(lra)) as [_ [equal g_close]].
  specialize (F_near (g u) g_close); specialize (G_near u ltac:(lra)).
  rewrite equal, at_z in F_near.
  set (t := Rabs (u - z)) in *; set (y := Rabs (g u - g z)) in *.
  assert (t_pos : 0 <= t) by apply Rabs_pos; assert (y_pos : 0 <= y) by apply Rabs_pos.
  assert (e1_l := Rmin_l (l / 2) (e * l / (4 * (Rabs (m / l) + 2)))); fold e1 in e1_l.
  assert (e1_r := Rmin_r (l / 2) (e * l / (4 * (Rabs (m / l) + 2)))); fold e1 in e1_r.
  assert (eG_l := Rmin_l (e * l / 4) l); assert (eG_r := Rmin_r (e * l / 4) l).
  (** l |g u - g z| <= |m| t + small: hence |g u - g z| <= 2 (|m/l| + 1) t. *)
  assert (size : l * y <= Rabs m * t + l * t + l / 2 * y).
  { replace (l * y) with (Rabs (l * (g u - g z))) by (rewrite Rabs_mult, Rabs_pos_eq; [easy | lra]).
    replace (l * (g u - g z)) with (m * (u - z) + (G u - G z - m * (u - z))
      - (G u - G z - l * (g u - g z))) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _); rewrite Rabs_Ropp.
    assert (step := Rabs_triang (m * (u - z)) (G u - G z - m * (u - z))).
    rewrite Rabs_mult in step; fold t in step.
    assert (Rmin (e * l / 4) l * t <= l * t) by nra.
    assert (e1 * y <= l / 2 * y) by nra; lra. }
  assert (m_size : Rabs m = Rabs (m / l) * l).
  { unfold Rdiv; rewrite Rabs_mult, (Rabs_pos_eq (/ l));
      [field; lra | left; now apply Rinv_0_lt_compat]. }
  assert (y_le : y <= 2 * (Rabs (m / l) + 1) * t).
  { rewrite m_size in size; apply Rmult_le_reg_l with l; [assumption | nra]. }
  replace (g u - g z - m / l * (u - z))
    with (((G u - G z - m * (u - z)) - (G u - G z - l * (g u - g z))) / l) by (field; lra).
  unfold Rdiv at 1; rewrite Rabs_mult, (Rabs_pos_eq (/ l)) by (left; now apply Rinv_0_lt_compat).
  apply Rmult_le_reg_r with l; [assumption |]; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  apply Rle_trans with (1 := Rabs_triang _ _); rewrite Rabs_Ropp.
  assert (e1 * y <= e * l / 2 * t).
  { apply Rle_trans with (e * l / (4 * (Rabs (m / l) + 2)) * (2 * (Rabs (m / l) + 2) * t)).
    - apply Rmult_le_compat; nra.
    - right; field; lra. }
  nra.
Qed.

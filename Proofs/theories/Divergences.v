(** The f-divergence of appendix B, which the non-saturating GAN is said to minimise. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.Convexity.
Open Scope R_scope.

(** f as printed, and its first derivative. *)
Definition nsgan_f (u : R) : R := - (u + 1) * ln (u / (u + 1)) + u * (1 - 2 * ln 2) - 1.
Definition nsgan_f1 (u : R) : R := - ln (u / (u + 1)) - / u + 1 - 2 * ln 2.

(** D_f of two distributions on n points, the sum of q f(p/q). *)
Definition divergence (n : nat) (f : R -> R) (p q : nat -> R) : R :=
  sum n (fun i => q i * f (p i / q i)).

(** p is a distribution on n points, all of them with some mass. *)
Definition distribution (n : nat) (p : nat -> R) : Prop :=
  (forall i, (i < n)%nat -> 0 < p i) /\ sum n p = 1.

Lemma share_pos u : 0 < u -> 0 < u / (u + 1).
Proof. intros; apply Rdiv_lt_0_compat; lra. Qed.

Lemma is_derive_nsgan_f u : 0 < u -> is_derive nsgan_f u (nsgan_f1 u).
Proof.
  intros positive; assert (share := share_pos u positive); unfold nsgan_f, nsgan_f1.
  auto_derive; [repeat split; lra | unfold Rdiv; field; lra].
Qed.

Lemma is_derive_nsgan_f1 u : 0 < u -> is_derive nsgan_f1 u (1 / (u ^ 2 * (u + 1))).
Proof.
  intros positive; assert (share := share_pos u positive); unfold nsgan_f1.
  auto_derive; [repeat split; lra | field; lra].
Qed.

Lemma nsgan_f_1 : nsgan_f 1 = 0.
Proof.
  unfold nsgan_f; replace (1 / (1 + 1)) with (/ 2) by field; rewrite ln_Rinv by lra; ring.
Qed.

Lemma nsgan_curvature_pos u : 0 < u -> 0 < 1 / (u ^ 2 * (u + 1)).
Proof.
  intros positive; apply Rdiv_lt_0_compat; [lra |].
  apply Rmult_lt_0_compat; [apply pow_lt |]; lra.
Qed.

Lemma convex_nsgan_f : convex_on_positive nsgan_f.
Proof.
  apply (convex_of_derivatives _ nsgan_f1 (fun u => 1 / (u ^ 2 * (u + 1)))).
  - apply is_derive_nsgan_f.
  - apply is_derive_nsgan_f1.
  - intros; left; now apply nsgan_curvature_pos.
Qed.

Lemma nsgan_f_generates :
  nsgan_f 1 = 0
  /\ (forall u, 0 < u ->
     is_derive nsgan_f u (nsgan_f1 u) /\ is_derive nsgan_f1 u (1 / (u ^ 2 * (u + 1))))
  /\ convex_on_positive nsgan_f.
Proof.
  split; [apply nsgan_f_1 |]; split; [| apply convex_nsgan_f].
  intros; split; [now apply is_derive_nsgan_f | now apply is_derive_nsgan_f1].
Qed.

(** ** The flow *)

(** How q f(p/q) changes with q. *)
Lemma is_derive_perspective (f : R -> R) (p q f1 : R) :
  0 < q -> is_derive f (p / q) f1 ->
  is_derive (fun w => w * f (p / w)) q (f (p / q) - p / q * f1).
Proof.
  intros q_pos f_is.
  assert (quotient : is_derive (fun w => p / w) q (- (p / q ^ 2))).
  { auto_derive; [lra | field; lra]. }
  evar_last.
  - apply (is_derive_mult (fun w => w) (fun w => f (p / w)));
      [apply @is_derive_id | | intros; apply Rmult_comm].
    apply (is_derive_comp f (fun w => p / w)); [exact f_is | exact quotient].
  - unfold plus, mult, scal, one; simpl; unfold mult; simpl; field; lra.
Qed.

(** The gradient of the first variation f(r) - r f'(r), of any f. *)
Lemma is_gradient_variation n (f f1 : R -> R) (f2 : R) (r : vector -> R) x G :
  is_derive f (r x) (f1 (r x)) -> is_derive f1 (r x) f2 -> is_gradient n r x G ->
  is_gradient n (fun y => f (r y) - r y * f1 (r y)) x (scale (- (r x * f2)) G).
Proof.
  intros f_is f1_is r_is.
  apply (is_gradient_comp_line n x (fun u => f u - u * f1 u) r); [| assumption].
  evar_last.
  - apply @is_derive_minus; [exact f_is |].
    apply (is_derive_mult (fun u => u) f1); [apply @is_derive_id | exact f1_is |].
    intros; apply Rmult_comm.
  - unfold minus, plus, opp, mult, one; simpl; ring.
Qed.

(** The steepest descent of D_f moves particles along -∇ of its first variation. *)
Lemma particles_descend n (r : vector -> R) x G :
  0 < r x -> is_gradient n r x G ->
  (forall p q, 0 < p -> 0 < q ->
     is_derive (fun w => w * nsgan_f (p / w)) q (nsgan_f (p / q) - p / q * nsgan_f1 (p / q)))
  /\ is_gradient n (fun y => nsgan_f (r y) - r y * nsgan_f1 (r y)) x
       (scale (- (r x * (1 / (r x ^ 2 * (r x + 1))))) G)
  /\ r x * (1 / (r x ^ 2 * (r x + 1))) = / (r x * (1 + r x))
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (r x * (1 + r x))) G).
Proof.
  intros r_pos r_is; split; [| split; [| split]].
  - intros; apply is_derive_perspective, is_derive_nsgan_f; auto; now apply Rdiv_lt_0_compat.
  - apply is_gradient_variation; [| | assumption].
    + now apply is_derive_nsgan_f.
    + now apply is_derive_nsgan_f1.
  - field; lra.
  - apply (is_gradient_comp_line n x (fun u => ln (u / (1 + u))) r); [| assumption].
    assert (0 < r x / (1 + r x)) by (apply Rdiv_lt_0_compat; lra).
    auto_derive; [repeat split; lra | field; lra].
Qed.

(** The rate at a point: the gradient of the first variation is -v where v = ∇d/d. *)
Lemma variation_against_field n (r : vector -> R) x G :
  0 < r x -> is_gradient n r x G ->
  let v := scale (/ (r x * (1 + r x))) G in
  is_gradient n (fun y => ln (r y / (1 + r y))) x v
  /\ exists D, is_gradient n (fun y => nsgan_f (r y) - r y * nsgan_f1 (r y)) x D
  /\ dot n D v = - norm n v ^ 2.
Proof.
  intros r_pos r_is v.
  destruct (particles_descend n r x G r_pos r_is) as [_ [variation [equal field]]].
  split; [exact field |]; eexists; split; [exact variation |].
  rewrite norm_pow2; unfold v; rewrite equal, !dot_scale_l, !dot_scale_r; ring.
Qed.

(** f is (u + 1) log((u + 1)/2u) up to a multiple of u - 1. *)
Lemma nsgan_f_eq u :
  0 < u -> nsgan_f u = (u + 1) * ln ((u + 1) / (2 * u)) + (1 - ln 2) * (u - 1).
Proof.
  intros positive; unfold nsgan_f.
  replace ((u + 1) / (2 * u)) with (/ (2 * (u / (u + 1)))) by (field; lra).
  assert (share := share_pos u positive).
  rewrite ln_Rinv, ln_mult by lra; ring.
Qed.

Lemma divergence_is_mixture_entropy n p q :
  (forall u, 0 < u -> nsgan_f u = (u + 1) * ln ((u + 1) / (2 * u)) + (1 - ln 2) * (u - 1))
  /\ (distribution n p -> distribution n q ->
      divergence n nsgan_f p q
      = 2 * sum n (fun i => (p i + q i) / 2 * ln ((p i + q i) / 2 / p i))).
Proof.
  split; [apply nsgan_f_eq |]; intros [p_pos p_one] [q_pos q_one].
  rewrite <- sum_scal; unfold divergence.
  rewrite (sum_ext n _ (fun i => 2 * ((p i + q i) / 2 * ln ((p i + q i) / 2 / p i))
    + (1 - ln 2) * (p i - q i))).
  - rewrite sum_plus, (sum_scal n (1 - ln 2)), sum_minus, p_one, q_one; ring.
  - intros i low; specialize (p_pos i low); specialize (q_pos i low).
    rewrite nsgan_f_eq by now apply Rdiv_lt_0_compat.
    replace ((p i / q i + 1) / (2 * (p i / q i))) with ((p i + q i) / 2 / p i) by (field; lra).
    field; lra.
Qed.

(** ** Mutually singular measures *)

Lemma ln_2_bounds : 5 / 8 <= ln 2 <= 1.
Proof.
  split; [| generalize (ln_le_minus_1 2 ltac:(lra)); lra].
  assert (three : 1 <= ln 3).
  { rewrite <- (ln_exp 1); apply ln_le; [apply exp_pos | apply exp_le_3]. }
  assert (third := ln_ge_1_minus_inv (4 / 3) ltac:(lra)).
  assert (four : ln 4 = ln 3 + ln (4 / 3)) by (rewrite <- ln_mult by lra; f_equal; field).
  assert (double : ln 4 = ln 2 + ln 2) by (rewrite <- ln_mult by lra; f_equal; ring).
  replace (/ (4 / 3)) with (3 / 4) in third by field; lra.
Qed.

(** f(v)/v is a little more than its limit 1 - 2 log 2. *)
Lemma nsgan_slope v : 0 < v -> 0 <= nsgan_f v / v - (1 - 2 * ln 2) <= / v ^ 2.
Proof.
  intros positive; assert (share := share_pos v positive).
  assert (low := ln_ge_1_minus_inv (/ (v / (v + 1))) ltac:(now apply Rinv_0_lt_compat)).
  assert (high := ln_le_minus_1 (/ (v / (v + 1))) ltac:(now apply Rinv_0_lt_compat)).
  rewrite ln_Rinv in low, high by assumption; rewrite Rinv_inv in low.
  replace (1 - v / (v + 1)) with (/ (v + 1)) in low by (field; lra).
  replace (/ (v / (v + 1)) - 1) with (/ v) in high by (field; lra).
  set (l := - ln (v / (v + 1))) in *.
  assert (equal : nsgan_f v / v - (1 - 2 * ln 2) = ((v + 1) * l - 1) / v).
  { unfold nsgan_f, l; field; lra. }
  rewrite equal; split.
  - apply Rmult_le_pos; [| left; now apply Rinv_0_lt_compat].
    assert ((v + 1) * / (v + 1) <= (v + 1) * l) by (apply Rmult_le_compat_l; lra).
    rewrite Rinv_r in H; lra.
  - assert ((v + 1) * l <= (v + 1) * / v) by (apply Rmult_le_compat_l; lra).
    replace ((v + 1) * / v) with (1 + / v) in H by (field; lra).
    replace (/ v ^ 2) with (/ v / v) by (field; lra).
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | lra].
Qed.

Lemma nsgan_slope_within v : 1 <= v -> Rabs (nsgan_f v / v - (1 - 2 * ln 2)) <= 2 / v.
Proof.
  intros large; assert (bounds := nsgan_slope v ltac:(lra)).
  rewrite Rabs_pos_eq by lra; apply Rle_trans with (1 := proj2 bounds).
  replace (/ v ^ 2) with (/ v * / v) by (field; lra).
  assert (0 < / v) by (apply Rinv_0_lt_compat; lra).
  assert (/ v <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  unfold Rdiv; nra.
Qed.

Lemma is_lim_nsgan_slope : is_lim (fun v => nsgan_f v / v) p_infty (1 - 2 * ln 2).
Proof.
  apply is_lim_spec; intros e; exists (Rmax 1 (2 / e)); intros v large.
  assert (one := Rmax_l 1 (2 / e)); assert (inverse := Rmax_r 1 (2 / e)).
  apply Rle_lt_trans with (1 := nsgan_slope_within v ltac:(lra)).
  assert (e_pos := cond_pos e); apply Rmult_lt_reg_r with v; [lra |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  replace 2 with (e * (2 / e)) by (field; lra); apply Rmult_lt_compat_l; lra.
Qed.

Lemma nsgan_f_near_0 u : 0 < u <= 1 -> ln (/ u) - 2 <= nsgan_f u.
Proof.
  intros [positive small]; assert (two := ln_2_bounds).
  assert (below : ln u <= 0) by (rewrite <- ln_1; now apply ln_le).
  assert (above : 0 <= ln (u + 1)) by (rewrite <- ln_1; apply ln_le; lra).
  unfold nsgan_f, Rdiv; rewrite ln_mult, !ln_Rinv by (try apply Rinv_0_lt_compat; lra); nra.
Qed.

(** -f has no upper bound: the Fenchel conjugate of f is infinite at 0. *)
Lemma conjugate_at_0_infinite B : exists u, 0 < u /\ B < - nsgan_f u.
Proof.
  assert (two := ln_2_bounds); set (u := Rmax 1 (4 * (Rmax B 0 + 2))).
  assert (one := Rmax_l 1 (4 * (Rmax B 0 + 2))).
  assert (large := Rmax_r 1 (4 * (Rmax B 0 + 2))); fold u in one, large.
  assert (B_le := Rmax_l B 0); assert (nonneg := Rmax_r B 0).
  exists u; split; [lra |]; assert (bound := nsgan_slope u ltac:(lra)).
  assert (rewritten : nsgan_f u = nsgan_f u / u * u) by (field; lra).
  assert (small : nsgan_f u / u * u <= (1 - 2 * ln 2 + / u ^ 2) * u).
  { apply Rmult_le_compat_r; lra. }
  replace ((1 - 2 * ln 2 + / u ^ 2) * u) with ((1 - 2 * ln 2) * u + / u) in small by (field; lra).
  assert (/ u <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  nra.
Qed.

(** What the mass of μ outside of the support of ν contributes is the limit, not the conjugate. *)
Lemma conjugate_is_not_slope :
  ~ (forall u v, 0 < u -> 100 <= v -> - nsgan_f u <= nsgan_f v / v)
  /\ is_lim (fun v => nsgan_f v / v) p_infty (1 - 2 * ln 2)
  /\ forall B, exists u, 0 < u /\ B < - nsgan_f u.
Proof.
  split; [| split; [apply is_lim_nsgan_slope | apply conjugate_at_0_infinite]].
  intros printed; specialize (printed 1 100 ltac:(lra) ltac:(lra)); rewrite nsgan_f_1 in printed.
  assert (bound := nsgan_slope 100 ltac:(lra)); assert (two := ln_2_bounds); lra.
Qed.

Lemma is_lim_nsgan_f_0 : filterlim nsgan_f (at_right 0) (Rbar_locally p_infty).
Proof.
  intros P [B large]; assert (e_pos : 0 < Rmin 1 (exp (- (Rmax B 0 + 3)))).
  { apply Rmin_glb_lt; [lra | apply exp_pos]. }
  exists (mkposreal _ e_pos); intros u close positive; apply large.
  unfold ball in close; simpl in close; unfold AbsRing_ball, abs, minus, plus, opp in close.
  simpl in close; rewrite Ropp_0, Rplus_0_r, Rabs_pos_eq in close by lra.
  assert (one := Rmin_l 1 (exp (- (Rmax B 0 + 3)))).
  assert (small := Rmin_r 1 (exp (- (Rmax B 0 + 3)))).
  apply Rlt_le_trans with (2 := nsgan_f_near_0 u ltac:(lra)).
  assert (less : ln u < - (Rmax B 0 + 3)).
  { rewrite <- (ln_exp (- (Rmax B 0 + 3))); apply ln_increasing; lra. }
  assert (B_le := Rmax_l B 0); rewrite ln_Rinv by assumption; lra.
Qed.

Lemma singular_terms :
  (forall u, 0 < u <= 1 -> ln (/ u) - 2 <= nsgan_f u)
  /\ filterlim nsgan_f (at_right 0) (Rbar_locally p_infty)
  /\ (forall v, 100 <= v -> Rabs (nsgan_f v / v - (1 - 2 * ln 2)) <= 2 / v)
  /\ is_lim (fun v => nsgan_f v / v) p_infty (1 - 2 * ln 2).
Proof.
  split; [apply nsgan_f_near_0 |]; split; [apply is_lim_nsgan_f_0 |].
  split; [intros; apply nsgan_slope_within; lra | apply is_lim_nsgan_slope].
Qed.

(** Two points, of which each measure has nearly all of its mass on one. *)
Definition two_points (a b : R) : nat -> R := fun i => match i with O => a | _ => b end.

Lemma gap_eq e :
  0 < e < 1 ->
  divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)) = ln (1 / (4 * e * (1 - e))).
Proof.
  intros between; unfold divergence, two_points, nsgan_f; simpl.
  replace ((1 - e) / e / ((1 - e) / e + 1)) with (1 - e) by (field; lra).
  replace (e / (1 - e) / (e / (1 - e) + 1)) with e by (field; lra).
  replace (1 / (4 * e * (1 - e))) with (/ (2 * 2 * (e * (1 - e)))) by (field; lra).
  rewrite ln_Rinv, !ln_mult by nra; field; lra.
Qed.

Lemma gap_at_least e :
  0 < e < 1 / 4 ->
  ln (1 / (4 * e)) <= divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)).
Proof.
  intros small; rewrite gap_eq by lra; apply ln_le; [apply Rdiv_lt_0_compat; lra |].
  apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; nra.
Qed.

Lemma gap_unbounded B : exists a, 0 < a /\ forall e, 0 < e < a -> e < 1 / 4 ->
  B < divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)).
Proof.
  exists (exp (- B) / 4); split; [generalize (exp_pos (- B)); lra |].
  intros e [positive close] small; apply Rlt_le_trans with (2 := gap_at_least e ltac:(lra)).
  rewrite <- (ln_exp B) at 1; apply ln_increasing; [apply exp_pos |].
  replace (exp B) with (/ exp (- B)) by (rewrite <- exp_Ropp; f_equal; ring).
  unfold Rdiv; rewrite Rmult_1_l; apply Rinv_lt_contravar; [| lra].
  apply Rmult_lt_0_compat; [lra | apply exp_pos].
Qed.

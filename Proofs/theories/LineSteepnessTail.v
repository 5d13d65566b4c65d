(** The slope of the monotone map far out, which tends to the width of the modes. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Extremes.
From Steepness Require Import Missing.NormalDistribution Missing.NormalTail.
From Steepness Require Import Densities LineMixture LineSteepness.
Open Scope R_scope.

Section Tail.

Variables (N : nat) (w x : nat -> R) (s : R) (g : R -> R) (last : nat) (a : R).
Hypotheses (s_pos : 0 < s) (w_is : mixture_weights N w) (g_is : monotone_map N w x s g).
Hypotheses (last_in : (last < N)%nat) (last_is : forall i, (i < N)%nat -> x i <= x last).
Hypotheses (a_pos : 0 < a) (a_least : forall i, (i < N)%nat -> a <= w i).

(** σ·√(1 + 2·log(1/α)/u²), where g is uσ beyond the last mode. *)
Lemma slope_beyond_last z u :
  0 < u -> g z = x last + u * s ->
  Rabs (Derive g z) <= s * sqrt (1 + 2 * ln (/ a) / u ^ 2).
Proof.
  intros u_pos z_is; rewrite (Rabs_Derive_monotone_map N w x s s_pos w_is g g_is).
  assert (dense := mixture_density_pos N w x s s_pos w_is (g z)).
  set (t := fun i => (g z - x i) / s).
  assert (t_ge : forall i, (i < N)%nat -> u <= t i).
  { intros i inside; unfold t; apply -> Rle_div_r; [| assumption].
    generalize (last_is i inside); lra. }
  destruct w_is as [nonneg total].
  (* The mass above g(z) is that above z. *)
  assert (mass : 1 - Phi z = sum N (fun i => w i * (1 - Phi (t i)))).
  { rewrite (sum_ext N _ (fun i => w i - w i * Phi (t i))) by (intros; ring).
    rewrite sum_minus, total, <- (g_is z); reflexivity. }
  assert (tail_u : 0 < 1 - Phi u) by (generalize (Phi_lt_1 u); lra).
  assert (tail_z : 0 < 1 - Phi z) by (generalize (Phi_lt_1 z); lra).
  assert (below : 1 - Phi z <= 1 - Phi u).
  { rewrite mass; apply Rle_trans with (sum N (fun i => (1 - Phi u) * w i)).
    - apply sum_le; intros i inside; rewrite Rmult_comm; apply Rmult_le_compat_r; auto.
      generalize (Phi_le _ _ (t_ge i inside)); lra.
    - rewrite sum_scal, total; lra. }
  assert (z_ge : u <= z) by (apply Phi_le_reg; lra).
  assert (share : a * (1 - Phi u) <= 1 - Phi z).
  { rewrite mass; apply Rle_trans with (w last * (1 - Phi (t last))).
    - replace (t last) with u by (unfold t; rewrite z_is; field; lra).
      apply Rmult_le_compat_r; [lra | auto].
    - apply (term_le_sum N (fun i => w i * (1 - Phi (t i)))); [| assumption].
      intros i inside; apply Rmult_le_pos; auto; generalize (Phi_lt_1 (t i)); lra. }
  (* σ·p ≥ P(Z > z)·φ(u)/P(Z > u). *)
  assert (density_ge : (1 - Phi z) * phi u <= s * mixture_density N w x s (g z) * (1 - Phi u)).
  { rewrite mass; unfold mixture_density.
    rewrite <- sum_scal, (Rmult_comm _ (phi u)), (Rmult_comm _ (1 - Phi u)), <- !sum_scal.
    apply sum_le; intros i inside; rewrite gaussian1_eq by assumption; fold (t i).
    replace ((1 - Phi u) * (s * (w i * (phi (t i) / s)))) with (w i * (phi (t i) * (1 - Phi u)))
      by (field; lra).
    replace (phi u * (w i * (1 - Phi (t i)))) with (w i * (phi u * (1 - Phi (t i)))) by ring.
    apply Rmult_le_compat_l; auto; now apply hazard_le, t_ge. }
  assert (proportional := hazard_le_proportional u z ltac:(lra)).
  assert (phi_u := phi_pos u); assert (phi_z := phi_pos z).
  assert (first : phi z / mixture_density N w x s (g z) <= s * (z / u)).
  { apply <- Rle_div_l; [| assumption].
    apply Rmult_le_reg_r with (u * (1 - Phi u)); [now apply Rmult_lt_0_compat |].
    replace (s * (z / u) * mixture_density N w x s (g z) * (u * (1 - Phi u)))
      with (z * (s * mixture_density N w x s (g z) * (1 - Phi u))) by (field; lra).
    apply Rle_trans with (z * ((1 - Phi z) * phi u)); [lra |].
    apply Rmult_le_compat_l; [lra | assumption]. }
  apply Rle_trans with (1 := first); apply Rmult_le_compat_l; [lra |].
  assert (log : z ^ 2 - u ^ 2 <= 2 * ln (/ a)).
  { assert (ratio := tail_ratio u z z_ge).
    assert (small : a <= exp (- (z ^ 2 - u ^ 2) / 2)).
    { apply Rmult_le_reg_r with (1 - Phi u); [assumption | lra]. }
    apply ln_le in small; [| assumption]; rewrite ln_exp in small.
    rewrite ln_Rinv by assumption; lra. }
  apply Rle_trans with (sqrt ((z / u) ^ 2)).
  - right; symmetry; apply sqrt_pow2, Rdiv_le_0_compat; lra.
  - apply sqrt_le_1_alt; replace (1 + 2 * ln (/ a) / u ^ 2) with ((u ^ 2 + 2 * ln (/ a)) / u ^ 2)
      by (field; lra).
    replace ((z / u) ^ 2) with (z ^ 2 / u ^ 2) by (field; lra).
    apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, pow_lt; lra | lra].
Qed.

(** So the slope tends to σ. *)
Lemma slope_tends_right e :
  0 < e -> exists Z, forall z, Z < z -> s <= Rabs (Derive g z) < s + e.
Proof.
  intros e_pos; set (L := ln (/ a)).
  assert (a_le_1 : a <= 1).
  { destruct w_is as [nonneg <-]; apply Rle_trans with (w last); auto.
    apply term_le_sum; auto. }
  assert (L_nonneg : 0 <= L).
  { unfold L; rewrite ln_Rinv by assumption; generalize (ln_le a 1 a_pos a_le_1); rewrite ln_1;
      lra. }
  set (u := 1 + s * L / e).
  assert (u_ge : 1 <= u).
  { unfold u; assert (0 <= s * L / e); [apply Rdiv_le_0_compat; nra | lra]. }
  destruct (exists_anchor N w x s s_pos w_is (x last + u * s)) as [Z Z_is].
  exists Z; intros z beyond; split; [now apply (steepness_ge_width N w x s g) |].
  assert (at_Z := monotone_map_at N w x s s_pos w_is g g_is _ _ Z_is).
  assert (further := monotone_map_increasing N w x s s_pos w_is g g_is Z z beyond).
  set (v := (g z - x last) / s).
  assert (v_gt : u < v) by (unfold v; apply -> Rlt_div_r; lra).
  apply Rle_lt_trans with (1 := slope_beyond_last z v ltac:(lra) ltac:(unfold v; field; lra)).
  fold L.
  assert (root : sqrt (1 + 2 * L / v ^ 2) <= 1 + L / v ^ 2).
  { assert (0 <= L / v ^ 2) by (apply Rdiv_le_0_compat; [assumption | apply pow_lt; lra]).
    rewrite <- (sqrt_pow2 (1 + L / v ^ 2)) by lra; apply sqrt_le_1_alt.
    replace (2 * L / v ^ 2) with (2 * (L / v ^ 2)) by (unfold Rdiv; ring); nra. }
  apply Rle_lt_trans with (s * (1 + L / v ^ 2)); [apply Rmult_le_compat_l; lra |].
  assert (s * (L / v ^ 2) < e); [| lra].
  replace (s * (L / v ^ 2)) with (s * L / v ^ 2) by (unfold Rdiv; ring).
  apply <- Rlt_div_l; [| apply pow_lt; lra].
  assert (e * u = e + s * L) by (unfold u; field; lra).
  assert (e * u < e * v) by (apply Rmult_lt_compat_l; lra).
  assert (e * v <= e * v ^ 2) by (apply Rmult_le_compat_l; nra); lra.
Qed.

End Tail.

(** The mirror image. *)
Lemma monotone_map_mirrored N w x s g :
  mixture_weights N w -> 0 < s -> monotone_map N w x s g ->
  monotone_map N w (fun i => - x i) s (fun z => - g (- z)).
Proof.
  intros [_ total] s_pos g_is z; assert (at_z := g_is (- z)); rewrite Phi_opp in at_z.
  unfold mixture_cdf in *.
  rewrite (sum_ext N _ (fun i => w i - w i * Phi ((g (- z) - x i) / s))).
  - rewrite sum_minus, total, at_z; ring.
  - intros i _; replace ((- g (- z) - - x i) / s) with (- ((g (- z) - x i) / s)) by (field; lra).
    rewrite Phi_opp; ring.
Qed.

Lemma exists_last N x : (1 <= N)%nat ->
  exists last, (last < N)%nat /\ forall i, (i < N)%nat -> x i <= x last.
Proof.
  intros some; destruct (greatest_attained N x some) as [last [inside same]].
  exists last; split; [assumption |]; intros i i_in; rewrite <- same; now apply greatest_ge.
Qed.

(** At both ends, with equal weights. *)
Lemma slope_tends_to_width N x s g e :
  (1 <= N)%nat -> 0 < s -> monotone_map N (equal N) x s g -> 0 < e ->
  exists Z, forall z, Z < Rabs z -> s <= Rabs (Derive g z) < s + e.
Proof.
  intros some s_pos g_is e_pos; assert (w_is := weights_equal N some).
  assert (a_pos : 0 < / INR N) by (apply Rinv_0_lt_compat, lt_0_INR; lia).
  destruct (exists_last N x some) as [l [l_in l_is]].
  destruct (exists_last N (fun i => - x i) some) as [f [f_in f_is]].
  destruct (slope_tends_right N (equal N) x s g l (/ INR N)) with (e := e) as [Z right]; auto.
  { intros; unfold equal; lra. }
  assert (mirror := monotone_map_mirrored N _ x s g w_is s_pos g_is).
  destruct (slope_tends_right N (equal N) (fun i => - x i) s (fun z => - g (- z)) f (/ INR N))
    with (e := e) as [Z' left]; auto.
  { intros; unfold equal; lra. }
  exists (Rmax Z Z'); intros z far.
  assert (Z_le := Rmax_l Z Z'); assert (Z'_le := Rmax_r Z Z').
  destruct (Rle_or_lt 0 z) as [nonneg | negative].
  - rewrite Rabs_pos_eq in far by assumption; apply right; lra.
  - rewrite Rabs_left in far by assumption; specialize (left (- z) ltac:(lra)).
    replace (Derive (fun z => - g (- z)) (- z)) with (Derive g z) in left; [assumption |].
    symmetry; apply is_derive_unique; apply (is_derive_value _ _ (- (-1 * Derive g z))); [| ring].
    apply (is_derive_opp (fun z => g (- z))).
    apply (is_derive_comp g Ropp); [| auto_derive; auto; ring].
    rewrite Ropp_involutive; apply Derive_correct; eexists.
    now apply (is_derive_monotone_map N (equal N) x s).
Qed.

Lemma steepness_ge_width_and_tends N x s g :
  (1 <= N)%nat -> 0 < s -> monotone_map N (equal N) x s g ->
  (forall z, s <= Rabs (Derive g z))
  /\ forall e, 0 < e -> exists Z, forall z, Z < Rabs z -> Rabs (Derive g z) < s + e.
Proof.
  intros some s_pos g_is; split.
  - now apply (steepness_ge_width N (equal N) x s g s_pos (weights_equal N some)).
  - intros e e_pos; destruct (slope_tends_to_width N x s g e some s_pos g_is e_pos) as [Z far].
    exists Z; intros z beyond; now apply far.
Qed.

Lemma slope_beyond_last_and_limit N w x s g last a :
  0 < s -> mixture_weights N w -> monotone_map N w x s g ->
  (last < N)%nat -> (forall i, (i < N)%nat -> x i <= x last) ->
  0 < a -> (forall i, (i < N)%nat -> a <= w i) ->
  (forall z u, 0 < u -> g z = x last + u * s ->
     s <= Rabs (Derive g z) <= s * sqrt (1 + 2 * ln (/ a) / u ^ 2))
  /\ forall e, 0 < e -> exists Z, forall z, Z < z -> s <= Rabs (Derive g z) < s + e.
Proof.
  intros s_pos w_is g_is last_in last_is a_pos a_least; split.
  - intros z u u_pos z_is; split; [now apply (steepness_ge_width N w x s g) |].
    now apply (slope_beyond_last N w x s g last a).
  - intros e e_pos; now apply (slope_tends_right N w x s g last a).
Qed.

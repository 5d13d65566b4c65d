(** The Lipschitz constant of a differentiable map on a convex set is the supremum of its
    steepness. *)

From Coq Require Import Reals Lra Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.InverseDerivative Missing.MixedDerivative.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
Open Scope R_scope.

(** The matrix J, with rows in ℝᵐ, applied to v. *)
Definition apply_matrix (m : nat) (J : matrix) (v : vector) : vector := fun i => dot m (J i) v.

(** The point at t on the segment from x to y. *)
Definition between (x y : vector) (t : R) : vector := add x (scale t (sub y x)).

Definition convex (D : vector -> Prop) : Prop :=
  forall x y t, D x -> D y -> 0 <= t <= 1 -> D (between x y t).

(** Around each of its points D holds a ball of ℝᵐ. *)
Definition open_set (m : nat) (D : vector -> Prop) : Prop :=
  forall x, D x -> exists d, 0 < d /\ forall y, norm m (sub y x) < d -> D y.

Section Map.

Variables (m n : nat) (F : vector -> vector) (J : vector -> matrix) (D : vector -> Prop).
Hypothesis smooth : forall x, D x -> is_jacobian m n F x (J x).

Lemma dot_apply_matrix (u v : vector) (M : matrix) :
  dot m (fun j => sum n (fun i => u i * M i j)) v = dot n u (apply_matrix m M v).
Proof.
  unfold dot at 1 2, apply_matrix.
  rewrite (sum_ext _ _ (fun j => sum n (fun i => u i * M i j * v j))).
  - rewrite <- sum_exchange; apply sum_ext; intros i _; unfold dot; rewrite <- sum_scal.
    apply sum_ext; intros; ring.
  - intros j _; rewrite (Rmult_comm _ (v j)), <- sum_scal; apply sum_ext; intros; ring.
Qed.

(** A coordinate u of F along a line through x, at x. *)
Lemma is_derive_on_line (u x v : vector) :
  D x -> is_derive (fun t => dot n u (F (add x (scale t v)))) 0 (dot n u (apply_matrix m (J x) v)).
Proof.
  intros inside; rewrite <- dot_apply_matrix.
  apply (is_derive_along m x (fun y => dot n u (F y))).
  apply is_gradient_combination, smooth, inside.
Qed.

Lemma is_derive_on_segment (u x y : vector) (t : R) :
  D (between x y t) ->
  is_derive (fun t => dot n u (F (between x y t))) t
    (dot n u (apply_matrix m (J (between x y t)) (sub y x))).
Proof.
  intros inside; assert (line := is_derive_on_line u _ (sub y x) inside).
  apply (is_derive_ext (fun r => dot n u (F (add (between x y t) (scale (r - t) (sub y x)))))).
  - intros r; do 2 f_equal; apply functional_extensionality; intros i.
    unfold between, add, scale; ring.
  - evar_last.
    + apply (is_derive_comp (fun h => dot n u (F (add (between x y t) (scale h (sub y x)))))
        (fun r => r - t)).
      * rewrite Rminus_eq_0; exact line.
      * auto_derive; [exact I | reflexivity].
    + unfold scal; simpl; unfold mult; simpl; ring.
Qed.

Lemma lipschitz_of_stretch (K : R) :
  convex D -> (forall x v, D x -> norm n (apply_matrix m (J x) v) <= K * norm m v) ->
  forall x y, D x -> D y -> norm n (sub (F y) (F x)) <= K * norm m (sub y x).
Proof.
  intros convex_D stretch x y x_in y_in; set (u := sub (F y) (F x)).
  assert (inside : forall t, 0 <= t <= 1 -> D (between x y t)) by (intros; now apply convex_D).
  destruct (MVT_gen (fun t => dot n u (F (between x y t))) 0 1
    (fun t => dot n u (apply_matrix m (J (between x y t)) (sub y x)))) as [t [t_in mean]].
  - intros t; rewrite Rmin_left, Rmax_right by lra; intros.
    apply is_derive_on_segment, inside; lra.
  - intros t; rewrite Rmin_left, Rmax_right by lra; intros.
    apply continuity_pt_filterlim, (ex_derive_continuous (fun t => dot n u (F (between x y t)))).
    eexists; apply is_derive_on_segment, inside; lra.
  - rewrite Rmin_left, Rmax_right in t_in by lra.
    assert (at_1 : between x y 1 = y)
      by (apply functional_extensionality; intros i; unfold between, add, scale, sub; ring).
    assert (at_0 : between x y 0 = x)
      by (apply functional_extensionality; intros i; unfold between, add, scale, sub; ring).
    rewrite at_1, at_0, Rminus_0_r, Rmult_1_r, <- dot_sub_r in mean; fold u in mean.
    rewrite <- norm_pow2 in mean.
    assert (bound := Rle_trans _ _ _ (Rle_abs _)
      (dot_le n u (apply_matrix m (J (between x y t)) (sub y x)))).
    assert (steep := stretch (between x y t) (sub y x) (inside t t_in)).
    assert (u_pos := norm_nonneg n u); assert (v_pos := norm_nonneg m (sub y x)).
    destruct (Req_dec (norm n u) 0) as [zero | some].
    + assert (0 <= K * norm m (sub y x)); [| lra].
      apply Rle_trans with (2 := steep); apply norm_nonneg.
    + apply Rmult_le_reg_l with (norm n u); [lra | nra].
Qed.

Lemma stretch_of_lipschitz (K : R) :
  open_set m D -> (forall x y, D x -> D y -> norm n (sub (F y) (F x)) <= K * norm m (sub y x)) ->
  forall x v, D x -> norm n (apply_matrix m (J x) v) <= K * norm m v.
Proof.
  intros open_D lipschitz x v x_in; set (u := apply_matrix m (J x) v).
  destruct (open_D x x_in) as [d [d_pos near]].
  assert (v_pos := norm_nonneg m v); assert (u_pos := norm_nonneg n u).
  assert (away : forall t, norm m (sub (add x (scale t v)) x) = Rabs t * norm m v).
  { intros t; rewrite <- norm_scale; apply norm_ext; intros i _; unfold sub, add, scale; ring. }
  assert (at_0 : add x (scale 0 v) = x)
    by (apply functional_extensionality; intros i; unfold add, scale; ring).
  assert (slope := is_derive_on_line u x v x_in); fold u in slope.
  assert (c_pos : 0 < d / (norm m v + 1)) by (apply Rdiv_lt_0_compat; lra).
  assert (within := derive_within (fun t => dot n u (F (add x (scale t v)))) 0 _ 0
    (norm n u * (K * norm m v)) (d / (norm m v + 1)) slope c_pos).
  assert (bound : Rabs (dot n u u - 0) <= norm n u * (K * norm m v)).
  { apply within; intros t small; rewrite Rminus_0_r in *; rewrite Rmult_0_l, Rminus_0_r, at_0.
    rewrite <- dot_sub_r; apply Rle_trans with (1 := dot_le _ _ _).
    rewrite Rmult_assoc; apply Rmult_le_compat_l; [assumption |].
    replace (K * norm m v * Rabs t) with (K * (Rabs t * norm m v)) by ring.
    rewrite <- away; apply lipschitz; [assumption | apply near; rewrite away].
    apply Rle_lt_trans with (Rabs t * (norm m v + 1)); [generalize (Rabs_pos t); nra |].
    apply Rlt_le_trans with (d / (norm m v + 1) * (norm m v + 1));
      [apply Rmult_lt_compat_r; lra | right; field; lra]. }
  rewrite Rminus_0_r, <- norm_pow2, Rabs_pos_eq in bound by (apply pow2_ge_0).
  destruct (Req_dec (norm n u) 0) as [zero | some].
  - destruct (Req_dec (norm m v) 0) as [-> | moving]; [rewrite zero; lra |].
    set (t := d / (2 * norm m v)).
    assert (t_pos : 0 < t) by (apply Rdiv_lt_0_compat; lra).
    assert (step := lipschitz x (add x (scale t v)) x_in).
    rewrite away, (Rabs_pos_eq t) in step by lra.
    assert (there : D (add x (scale t v))).
    { apply near; rewrite away, Rabs_pos_eq by lra; unfold t.
      replace (d / (2 * norm m v) * norm m v) with (d / 2) by (field; lra); lra. }
    specialize (step there); assert (low := norm_nonneg n (sub (F (add x (scale t v))) (F x))).
    rewrite zero; assert (0 <= K * (t * norm m v)) by lra.
    assert (0 < t * norm m v) by nra; assert (0 <= K) by nra; nra.
  - apply Rmult_le_reg_l with (norm n u); [lra | nra].
Qed.

End Map.

Lemma lipschitz_iff_stretch (m n : nat) (F : vector -> vector) (J : vector -> matrix)
    (D : vector -> Prop) (K : R) :
  (forall x, D x -> is_jacobian m n F x (J x)) -> convex D -> open_set m D ->
  (forall x y, D x -> D y -> norm n (sub (F y) (F x)) <= K * norm m (sub y x))
  <-> (forall x v, D x -> norm n (apply_matrix m (J x) v) <= K * norm m v).
Proof.
  intros smooth convex_D open_D; split.
  - now apply stretch_of_lipschitz.
  - now apply lipschitz_of_stretch.
Qed.

(** Symmetric matrices with one eigenvalue along a vector and another across it. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
Open Scope R_scope.

(** a I + (l - a)/|y|² y yᵀ: the eigenvalue is l along y, and a across it. *)
Definition axial (n : nat) (y : vector) (l a : R) : matrix :=
  fun i j => a * unit i j + (l - a) / norm n y ^ 2 * (y i * y j).

Section Axial.

Variables (n : nat) (y : vector) (l a : R).
Hypothesis away : 0 < norm n y.

Lemma norm_some : norm n y <> 0.
Proof. lra. Qed.

Lemma image_axial v i :
  (i < n)%nat -> image n (axial n y l a) v i
    = a * v i + (l - a) * dot n y v / norm n y ^ 2 * y i.
Proof.
  intros row; unfold image.
  rewrite (dot_ext n _ (add (scale a (unit i)) (scale ((l - a) / norm n y ^ 2 * y i) y)) v v);
    [| intros j _; unfold axial, add, scale; ring | easy].
  rewrite dot_add_l, !dot_scale_l, dot_unit_l by assumption; field; apply norm_some.
Qed.

Lemma image_axial_eq v :
  same n (image n (axial n y l a) v)
    (add (scale a v) (scale ((l - a) * dot n y v / norm n y ^ 2) y)).
Proof. intros i row; rewrite image_axial by assumption; reflexivity. Qed.

Lemma image_axial_along : same n (image n (axial n y l a) y) (scale l y).
Proof.
  intros i row; rewrite image_axial by assumption; rewrite <- norm_pow2; unfold scale.
  field; apply norm_some.
Qed.

Lemma image_axial_across v :
  dot n y v = 0 -> same n (image n (axial n y l a) v) (scale a v).
Proof.
  intros across i row; rewrite image_axial, across by assumption; unfold scale.
  field; apply norm_some.
Qed.

(** What it makes of a length, by the share of the vector that is along y. *)
Lemma norm_image_axial_pow2 v :
  norm n (image n (axial n y l a) v) ^ 2
  = a ^ 2 * (norm n v ^ 2 - (dot n y v / norm n y) ^ 2) + l ^ 2 * (dot n y v / norm n y) ^ 2.
Proof.
  rewrite (norm_ext n _ _ (image_axial_eq v)), norm_pow2, dot_add_l, !dot_add_r.
  rewrite !dot_scale_l, !dot_scale_r, (dot_comm n v y), <- !norm_pow2.
  field; apply norm_some.
Qed.

Lemma quadratic_form_axial v :
  dot n v (image n (axial n y l a) v)
  = a * (norm n v ^ 2 - (dot n y v / norm n y) ^ 2) + l * (dot n y v / norm n y) ^ 2.
Proof.
  rewrite (dot_ext n v v _ _ ltac:(easy) (image_axial_eq v)), dot_add_r, !dot_scale_r.
  rewrite (dot_comm n v y), <- norm_pow2; field; apply norm_some.
Qed.

Lemma part_along_le v : 0 <= (dot n y v / norm n y) ^ 2 <= norm n v ^ 2.
Proof.
  split; [apply pow2_ge_0 |].
  apply Rmult_le_reg_l with (norm n y ^ 2); [now apply pow_lt |].
  replace (norm n y ^ 2 * (dot n y v / norm n y) ^ 2) with (dot n y v ^ 2)
    by (field; apply norm_some).
  rewrite !norm_pow2; apply dot_pow2_le.
Qed.

Lemma norm_image_axial_bounds v :
  Rmin (Rabs l) (Rabs a) * norm n v <= norm n (image n (axial n y l a) v)
    <= Rmax (Rabs l) (Rabs a) * norm n v.
Proof.
  assert (part := part_along_le v); assert (size := norm_nonneg n v).
  assert (l_size := Rabs_pos l); assert (a_size := Rabs_pos a).
  assert (square := norm_image_axial_pow2 v).
  assert (image_size := norm_nonneg n (image n (axial n y l a) v)).
  rewrite <- (pow2_abs a), <- (pow2_abs l) in square.
  set (p := (dot n y v / norm n y) ^ 2) in *.
  split; apply le_of_pow2_le; rewrite ?Rpow_mult_distr, ?square; try lra.
  - assert (l_least := Rmin_l (Rabs l) (Rabs a)); assert (a_least := Rmin_r (Rabs l) (Rabs a)).
    assert (nonneg : 0 <= Rmin (Rabs l) (Rabs a)) by now apply Rmin_glb.
    assert (Rmin (Rabs l) (Rabs a) ^ 2 <= Rabs l ^ 2) by now apply pow_incr.
    assert (Rmin (Rabs l) (Rabs a) ^ 2 <= Rabs a ^ 2) by now apply pow_incr.
    nra.
  - apply Rmult_le_pos; [| assumption]; apply Rle_trans with (1 := l_size), Rmax_l.
  - assert (l_most := Rmax_l (Rabs l) (Rabs a)); assert (a_most := Rmax_r (Rabs l) (Rabs a)).
    assert (Rabs l ^ 2 <= Rmax (Rabs l) (Rabs a) ^ 2) by now apply pow_incr.
    assert (Rabs a ^ 2 <= Rmax (Rabs l) (Rabs a) ^ 2) by now apply pow_incr.
    nra.
Qed.

Lemma norm_image_axial_along w :
  w = scale (/ norm n y) y -> norm n (image n (axial n y l a) w) = Rabs l.
Proof.
  intros ->; rewrite norm_image_scale, (norm_ext n _ _ image_axial_along), norm_scale.
  rewrite Rabs_pos_eq by (left; now apply Rinv_0_lt_compat); field; apply norm_some.
Qed.

Lemma norm_image_axial_across w :
  norm n w = 1 -> dot n y w = 0 -> norm n (image n (axial n y l a) w) = Rabs a.
Proof.
  intros length across; rewrite (norm_ext n _ _ (image_axial_across w across)), norm_scale.
  rewrite length; ring.
Qed.

(** In two or more dimensions the spectral norm is the larger of the two sizes. *)
Lemma is_spectral_norm_axial :
  (2 <= n)%nat -> is_spectral_norm n n (axial n y l a) (Rmax (Rabs l) (Rabs a)).
Proof.
  intros many; destruct (exists_across n y many) as [w [length across]].
  assert (bounds := fun v => proj2 (norm_image_axial_bounds v)).
  assert (nonneg : 0 <= Rmax (Rabs l) (Rabs a)).
  { apply Rle_trans with (1 := Rabs_pos l), Rmax_l. }
  destruct (Rle_lt_dec (Rabs l) (Rabs a)) as [order | order].
  - apply is_spectral_norm_of_attained with w; auto.
    rewrite Rmax_right by assumption; now apply norm_image_axial_across.
  - apply is_spectral_norm_of_attained with (scale (/ norm n y) y); auto.
    + now apply norm_direction.
    + rewrite Rmax_left by lra; now apply norm_image_axial_along.
Qed.

(** Nonnegative as a quadratic form just where both eigenvalues are. *)
Lemma quadratic_form_axial_nonneg :
  (2 <= n)%nat ->
  ((forall v, 0 <= dot n v (image n (axial n y l a) v)) <-> 0 <= l /\ 0 <= a).
Proof.
  intros many; split.
  - intros nonneg; split.
    + specialize (nonneg y); rewrite quadratic_form_axial in nonneg.
      replace ((dot n y y / norm n y) ^ 2) with (norm n y ^ 2) in nonneg
        by (rewrite <- norm_pow2; field; apply norm_some).
      assert (0 < norm n y ^ 2) by now apply pow_lt.
      nra.
    + destruct (exists_across n y many) as [w [length across]].
      specialize (nonneg w); rewrite quadratic_form_axial, across, length in nonneg.
      replace (0 / norm n y) with 0 in nonneg by (field; apply norm_some); lra.
  - intros [l_nonneg a_nonneg] v; rewrite quadratic_form_axial.
    assert (part := part_along_le v); nra.
Qed.

(** On the line there is nothing across. *)
Lemma norm_image_axial_line v :
  n = 1%nat -> norm n (image n (axial n y l a) v) = Rabs l * norm n v.
Proof.
  intros line; rewrite <- norm_scale; apply norm_ext; intros i row.
  rewrite image_axial by assumption; unfold scale.
  assert (i = 0%nat) by lia; subst i.
  assert (y0 : y 0%nat <> 0).
  { intros zero; apply norm_some, norm_zero; intros j column.
    replace j with 0%nat by lia; assumption. }
  rewrite norm_pow2; rewrite line; unfold dot; simpl; field; assumption.
Qed.

End Axial.

(** I + s times such a matrix is one. *)
Lemma combination_identity_axial n y l a s i j :
  combination identity s (axial n y l a) i j = axial n y (1 + s * l) (1 + s * a) i j.
Proof. unfold combination, identity, axial, Rdiv; ring. Qed.

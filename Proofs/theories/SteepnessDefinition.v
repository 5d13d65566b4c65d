(** Steepness under changes of coordinates and of units. *)

From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
Open Scope R_scope.

Notation length := EuclideanSpace.norm.

(** AᵀA = I = AAᵀ. *)
Definition orthogonal (n : nat) (A : matrix) : Prop :=
  forall i j, (i < n)%nat -> (j < n)%nat ->
  sum n (fun k => A k i * A k j) = unit i j /\ sum n (fun k => A i k * A j k) = unit i j.

Lemma length_image_orthogonal n A v : orthogonal n A -> length n (image n A v) = length n v.
Proof.
  intros A_is; unfold EuclideanSpace.norm; f_equal; unfold dot at 1, image, dot.
  rewrite (sum_ext n _ (fun k => sum n (fun i => sum n (fun j => v i * v j * (A k i * A k j))))).
  - rewrite sum_exchange; apply sum_ext; intros i i_in; rewrite sum_exchange.
    rewrite (sum_ext n _ (fun j => unit i j * v j * v i)).
    + rewrite (sum_ext n _ (fun j => v i * (unit i j * v j))) by (intros; ring).
      rewrite sum_scal; f_equal; now apply (dot_unit_l n v i).
    + intros j j_in; rewrite sum_scal, (proj1 (A_is i j i_in j_in)); ring.
  - intros k _; rewrite <- sum_scal; apply sum_ext; intros i _.
    rewrite Rmult_comm, <- sum_scal; apply sum_ext; intros; ring.
Qed.

Lemma image_onto_of_orthogonal n A v :
  orthogonal n A -> exists w, same n (image n A w) v.
Proof.
  intros A_is; exists (fun k => sum n (fun j => A j k * v j)); intros i i_in.
  unfold image, dot.
  rewrite (sum_ext n _ (fun k => sum n (fun j => v j * (A i k * A j k)))).
  - rewrite sum_exchange, (sum_ext n _ (fun j => unit i j * v j)).
    + now apply (dot_unit_l n v i).
    + intros j j_in; rewrite sum_scal, (proj2 (A_is i j i_in j_in)); ring.
  - intros k _; rewrite <- sum_scal; apply sum_ext; intros; ring.
Qed.

Lemma is_jacobian_image m n A z : is_jacobian m n (fun y => image m A y) z A.
Proof. intros i _; apply is_gradient_linear. Qed.

(** U∘g∘V has the Jacobian U·J·V. *)
Lemma is_jacobian_of_sandwich n g U V z J :
  is_jacobian n n g (image n V z) J ->
  is_jacobian n n (fun y => image n U (g (image n V y))) z (product n U (product n J V)).
Proof.
  intros J_is i i_in.
  assert (outer := is_gradient_combination n n g (image n V z) J J_is (U i)).
  assert (inner := is_gradient_comp n n (image n V) z V (is_jacobian_image n n V z)
    (fun y => image n U (g y) i) _ outer).
  apply (is_gradient_ext n z _ (fun j => sum n (fun k => sum n (fun l => U i l * J l k) * V k j)));
    [| exact inner].
  intros j _; unfold product.
  rewrite (sum_ext n (fun k => sum n (fun l => U i l * J l k) * V k j)
    (fun k => sum n (fun l => U i l * (J l k * V k j)))).
  - rewrite sum_exchange; apply sum_ext; intros l _; now rewrite sum_scal.
  - intros k _; rewrite Rmult_comm, <- sum_scal; apply sum_ext; intros; ring.
Qed.

(** ‖U·J·V‖ = ‖J‖ for orthogonal U and V. *)
Lemma is_spectral_norm_sandwich n U V J S :
  orthogonal n U -> orthogonal n V -> is_spectral_norm n n J S ->
  is_spectral_norm n n (product n U (product n J V)) S.
Proof.
  intros U_is V_is [bound least].
  assert (lengths : forall v, length n (image n (product n U (product n J V)) v)
    = length n (image n J (image n V v))).
  { intros v; rewrite (norm_ext n _ (image n U (image n J (image n V v)))).
    - now apply length_image_orthogonal.
    - intros i _; rewrite image_product; apply sum_ext; intros j _; f_equal; apply image_product. }
  split.
  - intros l [v [short ->]]; rewrite lengths; apply bound; exists (image n V v); split; [| easy].
    now rewrite length_image_orthogonal.
  - intros b upper; apply least; intros l [v [short ->]].
    destruct (image_onto_of_orthogonal n V v V_is) as [w w_is].
    apply upper; exists w; split.
    + rewrite <- (length_image_orthogonal n V w V_is), (norm_ext n _ v w_is); assumption.
    + rewrite lengths; apply norm_ext; intros i _; apply dot_ext; [easy |].
      intros j j_in; symmetry; now apply w_is.
Qed.

Lemma steepness_of_orthogonal n g U V z S :
  orthogonal n U -> orthogonal n V -> is_steepness n n g (image n V z) S ->
  is_steepness n n (fun y => image n U (g (image n V y))) z S.
Proof.
  intros U_is V_is [J [J_is S_is]]; exists (product n U (product n J V)); split.
  - now apply is_jacobian_of_sandwich.
  - now apply is_spectral_norm_sandwich.
Qed.

(** Units: the factors a and b. *)
Definition multiple (a : R) : matrix := fun i j => a * unit i j.

Lemma image_multiple n a v : same n (image n (multiple a) v) (scale a v).
Proof.
  intros i i_in; unfold image, multiple, scale.
  change (dot n (scale a (unit i)) v = a * v i); now rewrite dot_scale_l, dot_unit_l.
Qed.

Lemma steepness_of_units n g U V a b z S :
  orthogonal n U -> orthogonal n V -> 0 < a -> 0 < b ->
  is_steepness n n g (image n V (image n (multiple b) z)) S ->
  is_steepness n n
    (fun y => image n (multiple a) (image n U (g (image n V (image n (multiple b) y))))) z
    (a * b * S).
Proof.
  intros U_is V_is a_pos b_pos S_is.
  destruct (steepness_of_orthogonal n g U V _ S U_is V_is S_is) as [J [J_is norm_is]].
  exists (product n (multiple a) (product n J (multiple b))); split.
  - now apply (is_jacobian_of_sandwich n (fun y => image n U (g (image n V y)))).
  - destruct norm_is as [bound least].
    assert (lengths : forall v, length n (image n (product n (multiple a) (product n J (multiple
      b))) v)
      = a * b * length n (image n J v)).
    { intros v; rewrite (norm_ext n _ (scale a (scale b (image n J v)))).
      - rewrite !norm_scale, !Rabs_pos_eq by lra; ring.
      - intros i i_in; rewrite image_product, image_multiple by assumption; unfold scale; f_equal.
        rewrite image_product; change (dot n (J i) (image n (multiple b) v) = b * dot n (J i) v).
        rewrite (dot_ext n (J i) (J i) _ (scale b v) (fun _ _ => eq_refl) (image_multiple n b v)).
        apply dot_scale_r. }
    assert (ab : 0 < a * b) by now apply Rmult_lt_0_compat.
    split.
    + intros l [v [short ->]]; rewrite lengths; apply Rmult_le_compat_l; [lra |].
      apply bound; eauto.
    + intros c upper; apply Rmult_le_reg_l with (/ (a * b)); [now apply Rinv_0_lt_compat |].
      replace (/ (a * b) * (a * b * S)) with S by (field; lra).
      apply least; intros l [v [short ->]].
      apply Rmult_le_reg_l with (a * b); [assumption |].
      replace (a * b * (/ (a * b) * c)) with c by (field; lra).
      rewrite <- lengths; apply upper; eauto.
Qed.

(** The spectral norm of a matrix, and the steepness of a map: that of its Jacobian. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
Open Scope R_scope.

(** The image of a vector of ℝᵐ. *)
Definition image (m : nat) (A : matrix) (v : vector) : vector := fun i => dot m (A i) v.

(** The product of A, which has k columns, and B. *)
Definition product (k : nat) (A B : matrix) : matrix := fun i j => sum k (fun l => A i l * B l j).

Definition identity : matrix := unit.

(** A + s B. *)
Definition combination (A : matrix) (s : R) (B : matrix) : matrix := fun i j => A i j + s * B i j.

(** ‖A‖₂ of a matrix from ℝᵐ to ℝⁿ: the supremum of |Av| over |v| ≤ 1. *)
Definition is_spectral_norm (m n : nat) (A : matrix) (S : R) : Prop :=
  is_lub (fun l => exists v, norm m v <= 1 /\ l = norm n (image m A v)) S.

(** The steepness of g: ℝᵐ -> ℝⁿ at z is the spectral norm of its Jacobian there. *)
Definition is_steepness (m n : nat) (g : vector -> vector) (z : vector) (S : R) : Prop :=
  exists J, is_jacobian m n g z J /\ is_spectral_norm m n J S.

Lemma image_scale m A k v i : image m A (scale k v) i = k * image m A v i.
Proof. apply dot_scale_r. Qed.

Lemma norm_image_scale m n A k v :
  norm n (image m A (scale k v)) = Rabs k * norm n (image m A v).
Proof. rewrite <- norm_scale; apply norm_ext; intros i _; apply image_scale. Qed.

Lemma image_product k m A B v i : image m (product k A B) v i = image k A (image m B v) i.
Proof.
  unfold image, product, dot.
  rewrite (sum_ext m _ (fun j => sum k (fun l => A i l * B l j * v j))).
  - rewrite sum_exchange; apply sum_ext; intros l _; rewrite <- sum_scal.
    apply sum_ext; intros; ring.
  - intros j _; rewrite Rmult_comm, <- sum_scal; apply sum_ext; intros; ring.
Qed.

Lemma image_combination m A s B v i :
  image m (combination A s B) v i = image m A v i + s * image m B v i.
Proof.
  unfold image, dot, combination; rewrite <- sum_scal, <- sum_plus.
  apply sum_ext; intros; ring.
Qed.

Section Norm.

Variables (m n : nat) (A : matrix) (S : R).
Hypothesis S_is : is_spectral_norm m n A S.

Lemma spectral_norm_nonneg : 0 <= S.
Proof.
  apply Rle_trans with (norm n (image m A (scale 0 (fun _ => 0)))); [apply norm_nonneg |].
  apply S_is; eexists; split; [| reflexivity]; rewrite norm_scale, Rabs_R0; lra.
Qed.

Lemma norm_image_le v : norm n (image m A v) <= S * norm m v.
Proof.
  destruct (Req_dec (norm m v) 0) as [zero | some].
  - rewrite zero, Rmult_0_r; right; apply norm_zero; intros i _; unfold image, dot.
    rewrite (sum_ext _ _ (fun _ => 0)); [apply sum_zero |].
    intros j inside; rewrite (coordinate_of_norm_zero m v zero j inside); ring.
  - assert (away : 0 < norm m v) by (generalize (norm_nonneg m v); lra).
    assert (bound : norm n (image m A (scale (/ norm m v) v)) <= S).
    { apply S_is; eexists; split; [| reflexivity]; rewrite norm_direction; lra. }
    rewrite norm_image_scale, Rabs_pos_eq in bound by (left; now apply Rinv_0_lt_compat).
    apply Rmult_le_reg_l with (/ norm m v); [now apply Rinv_0_lt_compat |].
    apply Rle_trans with (1 := bound); right; field; lra.
Qed.

Lemma spectral_norm_le K : 0 <= K -> (forall v, norm n (image m A v) <= K * norm m v) -> S <= K.
Proof.
  intros K_nonneg bound; apply S_is; intros l [v [short ->]].
  apply Rle_trans with (1 := bound v); rewrite <- (Rmult_1_r K) at 2.
  now apply Rmult_le_compat_l.
Qed.

End Norm.

Lemma spectral_norm_unique m n A S T :
  is_spectral_norm m n A S -> is_spectral_norm m n A T -> S = T.
Proof.
  intros [S_bound S_least] [T_bound T_least]; apply Rle_antisym; auto.
Qed.

(** A bound that is attained is the norm. *)
Lemma is_spectral_norm_of_attained m n A S v :
  0 <= S -> (forall w, norm n (image m A w) <= S * norm m w) ->
  norm m v = 1 -> norm n (image m A v) = S -> is_spectral_norm m n A S.
Proof.
  intros nonneg bound length attained; split.
  - intros l [w [short ->]]; apply Rle_trans with (1 := bound w).
    rewrite <- (Rmult_1_r S) at 2; now apply Rmult_le_compat_l.
  - intros b upper; rewrite <- attained; apply upper; exists v; split; [lra | reflexivity].
Qed.

Lemma spectral_norm_exists m n A K :
  (forall v, norm n (image m A v) <= K * norm m v) -> exists S, is_spectral_norm m n A S.
Proof.
  intros stretch; set (lengths := fun l => exists v, norm m v <= 1 /\ l = norm n (image m A v)).
  assert (bounded : bound lengths).
  { exists (Rabs K); intros l [v [short ->]]; apply Rle_trans with (1 := stretch v).
    apply Rle_trans with (Rabs K * norm m v).
    - apply Rmult_le_compat_r; [apply norm_nonneg | apply Rle_abs].
    - assert (0 <= Rabs K) by apply Rabs_pos; nra. }
  assert (inhabited : exists l, lengths l).
  { exists (norm n (image m A (scale 0 (fun _ => 0)))), (scale 0 (fun _ => 0)).
    split; [rewrite norm_scale, Rabs_R0; lra | reflexivity]. }
  destruct (completeness lengths bounded inhabited) as [S S_is]; now exists S.
Qed.

(** Only the first n rows and m columns count. *)
Lemma is_spectral_norm_ext m n A B S :
  (forall i j, (i < n)%nat -> (j < m)%nat -> A i j = B i j) ->
  is_spectral_norm m n A S -> is_spectral_norm m n B S.
Proof.
  intros equal.
  assert (images : forall v, norm n (image m A v) = norm n (image m B v)).
  { intros v; apply norm_ext; intros i row; apply dot_ext; [| easy].
    intros j column; now apply equal. }
  intros [bound least]; split.
  - intros l [v [short ->]]; rewrite <- images; apply bound; eauto.
  - intros b upper; apply least; intros l [v [short ->]]; rewrite images; apply upper; eauto.
Qed.

Lemma steepness_unique m n g z S T : is_steepness m n g z S -> is_steepness m n g z T -> S = T.
Proof.
  intros [J [J_is S_is]] [K [K_is T_is]].
  apply (spectral_norm_unique m n K); [| assumption].
  apply (is_spectral_norm_ext m n J); [| assumption].
  intros; now apply (jacobian_unique m n g z).
Qed.

(** ‖AB‖ ≤ ‖A‖‖B‖. *)
Lemma spectral_norm_product_le m k n A B S T U :
  is_spectral_norm k n A S -> is_spectral_norm m k B T -> is_spectral_norm m n (product k A B) U ->
  U <= S * T.
Proof.
  intros S_is T_is U_is.
  assert (S_nonneg := spectral_norm_nonneg _ _ _ _ S_is).
  assert (T_nonneg := spectral_norm_nonneg _ _ _ _ T_is).
  apply (spectral_norm_le _ _ _ _ U_is); [now apply Rmult_le_pos |]; intros v.
  rewrite (norm_ext n _ (image k A (image m B v))) by (intros i _; apply image_product).
  apply Rle_trans with (1 := norm_image_le _ _ _ _ S_is _); rewrite Rmult_assoc.
  apply Rmult_le_compat_l; [assumption | now apply norm_image_le].
Qed.

(** What a matrix does to lengths, its product with another does to the norm. *)
Section Stretch.

Variables (m n : nat) (A B : matrix) (S low high : R).
Hypotheses (low_nonneg : 0 <= low) (S_is : is_spectral_norm m n B S).
Hypothesis stretch :
  forall v, low * norm n (image m B v) <= norm n (image m A v) <= high * norm n (image m B v).

Lemma spectral_norm_stretched :
  exists T, is_spectral_norm m n A T /\ low * S <= T <= high * S.
Proof.
  destruct (Req_dec S 0) as [zero | some].
  - assert (none : forall v, norm n (image m A v) = 0).
    { intros v; assert (bound := norm_image_le _ _ _ _ S_is v).
      assert (nonneg := norm_nonneg n (image m B v)); specialize (stretch v).
      assert (flat : norm n (image m B v) = 0) by (rewrite zero in bound; lra).
      rewrite flat in stretch; lra. }
    exists 0; split; [| rewrite zero; lra]; split.
    + intros l [v [_ ->]]; rewrite none; lra.
    + intros b upper; apply upper; exists (scale 0 (fun _ => 0)); split; [| now rewrite none].
      rewrite norm_scale, Rabs_R0; lra.
  - assert (S_pos : 0 < S) by (generalize (spectral_norm_nonneg _ _ _ _ S_is); lra).
    assert (high_nonneg : 0 <= high).
    { apply Rnot_lt_le; intros negative.
      assert (S <= 0); [| lra].
      apply (spectral_norm_le _ _ _ _ S_is); [lra |]; intros v; specialize (stretch v).
      assert (size := norm_nonneg n (image m A v)); nra. }
    destruct (spectral_norm_exists m n A (high * S)) as [T T_is].
    { intros v; apply Rle_trans with (1 := proj2 (stretch v)); rewrite Rmult_assoc.
      apply Rmult_le_compat_l; [assumption | now apply norm_image_le]. }
    exists T; split; [assumption |]; split.
    + destruct (Req_dec low 0) as [-> | some_low].
      { generalize (spectral_norm_nonneg _ _ _ _ T_is); lra. }
      apply Rmult_le_reg_l with (/ low); [apply Rinv_0_lt_compat; lra |].
      replace (/ low * (low * S)) with S by (field; assumption).
      apply (spectral_norm_le _ _ _ _ S_is).
      { apply Rmult_le_pos; [left; apply Rinv_0_lt_compat; lra |].
        now apply (spectral_norm_nonneg _ _ _ _ T_is). }
      intros v; apply Rmult_le_reg_l with low; [lra |].
      apply Rle_trans with (1 := proj1 (stretch v)).
      apply Rle_trans with (1 := norm_image_le _ _ _ _ T_is v); right; field; assumption.
    + apply (spectral_norm_le _ _ _ _ T_is); [apply Rmult_le_pos; lra |]; intros v.
      apply Rle_trans with (1 := proj2 (stretch v)); rewrite Rmult_assoc.
      apply Rmult_le_compat_l; [assumption | now apply norm_image_le].
Qed.

End Stretch.

(** The matrix that moves along w as its first argument changes. *)
Definition moving_along (w : vector) : matrix := fun i j => w i * unit 0 j.

Lemma image_moving_along m w v i : (0 < m)%nat -> image m (moving_along w) v i = v 0%nat * w i.
Proof.
  intros some; unfold image, moving_along.
  change (dot m (scale (w i) (unit 0)) v = v 0%nat * w i).
  rewrite dot_scale_l, dot_unit_l by assumption; ring.
Qed.

Lemma is_spectral_norm_moving_along m n w :
  (0 < m)%nat -> is_spectral_norm m n (moving_along w) (norm n w).
Proof.
  intros some.
  assert (size : forall v, norm n (image m (moving_along w) v) = Rabs (v 0%nat) * norm n w).
  { intros v; rewrite <- norm_scale; apply norm_ext; intros i _.
    now rewrite image_moving_along. }
  apply is_spectral_norm_of_attained with (unit 0).
  - apply norm_nonneg.
  - intros v; rewrite size, Rmult_comm; apply Rmult_le_compat_l; [apply norm_nonneg |].
    now apply coordinate_le_norm.
  - now apply norm_unit.
  - rewrite size; unfold unit; simpl; rewrite Rabs_R1; ring.
Qed.

(** The affine generator that moves along w: x + z₀ w. *)
Definition line_generator (x w : vector) : vector -> vector := fun z i => x i + z 0%nat * w i.

Lemma is_jacobian_line_generator m n x w z :
  (0 < m)%nat -> is_jacobian m n (line_generator x w) z (moving_along w).
Proof.
  intros some i row; unfold line_generator.
  apply (is_gradient_ext _ _ _ (add (fun _ => 0) (scale (w i) (unit 0)))).
  { intros j _; unfold add, scale, moving_along; ring. }
  apply (is_gradient_of_near _ _ (fun y => x i + w i * y 0%nat) _ _ 1); [lra | intros; ring |].
  apply (is_gradient_plus m z (fun _ => x i)); [apply is_gradient_const |].
  apply (is_gradient_scal m z (w i) (fun y => y 0%nat)), is_gradient_coordinate, some.
Qed.

Lemma is_steepness_line_generator m n x w z :
  (0 < m)%nat -> is_steepness m n (line_generator x w) z (norm n w).
Proof.
  intros some; exists (moving_along w); split.
  - now apply is_jacobian_line_generator.
  - now apply is_spectral_norm_moving_along.
Qed.

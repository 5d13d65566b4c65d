(** ℝⁿ: a vector is a function of which the first n values count. *)

From Coq Require Import Reals Lra Lia Psatz.
Open Scope R_scope.

Definition vector := nat -> R.

Fixpoint sum (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 0
  | S k => sum k f + f k
  end.

Definition same (n : nat) (u v : vector) : Prop := forall i, (i < n)%nat -> u i = v i.
Definition add (u v : vector) : vector := fun i => u i + v i.
Definition sub (u v : vector) : vector := fun i => u i - v i.
Definition scale (k : R) (v : vector) : vector := fun i => k * v i.
Definition unit (i : nat) : vector := fun j => if Nat.eq_dec j i then 1 else 0.
Definition dot (n : nat) (u v : vector) : R := sum n (fun i => u i * v i).
Definition norm (n : nat) (v : vector) : R := sqrt (dot n v v).

(** ** Sums *)

Lemma sum_ext n f g : (forall i, (i < n)%nat -> f i = g i) -> sum n f = sum n g.
Proof. induction n; intros equal; simpl; [| rewrite IHn, equal]; auto. Qed.

Lemma sum_plus n f g : sum n (fun i => f i + g i) = sum n f + sum n g.
Proof. induction n; simpl; [| rewrite IHn]; ring. Qed.

Lemma sum_minus n f g : sum n (fun i => f i - g i) = sum n f - sum n g.
Proof. induction n; simpl; [| rewrite IHn]; ring. Qed.

Lemma sum_scal n k f : sum n (fun i => k * f i) = k * sum n f.
Proof. induction n; simpl; [| rewrite IHn]; ring. Qed.

Lemma sum_zero n : sum n (fun _ => 0) = 0.
Proof. induction n; simpl; [| rewrite IHn]; ring. Qed.

Lemma sum_const n k : sum n (fun _ => k) = INR n * k.
Proof. induction n; [simpl; ring |]; rewrite S_INR; simpl; rewrite IHn; ring. Qed.

Lemma sum_le n f g : (forall i, (i < n)%nat -> f i <= g i) -> sum n f <= sum n g.
Proof. induction n; intros less; simpl; [lra |]; apply Rplus_le_compat; auto. Qed.

Lemma sum_nonneg n f : (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= sum n f.
Proof. intros nonneg; rewrite <- (sum_zero n); now apply sum_le. Qed.

Lemma term_le_sum n f i : (forall j, (j < n)%nat -> 0 <= f j) -> (i < n)%nat -> f i <= sum n f.
Proof.
  induction n; intros nonneg inside; [lia |]; simpl.
  destruct (Nat.eq_dec i n) as [-> |].
  - assert (0 <= sum n f) by auto using sum_nonneg; lra.
  - assert (f i <= sum n f) by (apply IHn; auto; lia).
    assert (0 <= f n) by auto; lra.
Qed.

Lemma sum_exchange n m f :
  sum n (fun i => sum m (fun j => f i j)) = sum m (fun j => sum n (fun i => f i j)).
Proof.
  induction n; simpl; [now rewrite sum_zero | now rewrite IHn, sum_plus].
Qed.

(** ** The inner product *)

Lemma dot_ext n u u' v v' : same n u u' -> same n v v' -> dot n u v = dot n u' v'.
Proof. intros left right; apply sum_ext; intros; rewrite left, right; auto. Qed.

Lemma dot_comm n u v : dot n u v = dot n v u.
Proof. apply sum_ext; intros; ring. Qed.

Lemma dot_add_l n u v w : dot n (add u v) w = dot n u w + dot n v w.
Proof. unfold dot; rewrite <- sum_plus; apply sum_ext; intros; unfold add; ring. Qed.

Lemma dot_sub_l n u v w : dot n (sub u v) w = dot n u w - dot n v w.
Proof. unfold dot; rewrite <- sum_minus; apply sum_ext; intros; unfold sub; ring. Qed.

Lemma dot_scale_l n k u v : dot n (scale k u) v = k * dot n u v.
Proof. unfold dot; rewrite <- sum_scal; apply sum_ext; intros; unfold scale; ring. Qed.

Lemma dot_add_r n u v w : dot n w (add u v) = dot n w u + dot n w v.
Proof. now rewrite dot_comm, dot_add_l, !(dot_comm n w). Qed.

Lemma dot_sub_r n u v w : dot n w (sub u v) = dot n w u - dot n w v.
Proof. now rewrite dot_comm, dot_sub_l, !(dot_comm n w). Qed.

Lemma dot_scale_r n k u v : dot n u (scale k v) = k * dot n u v.
Proof. now rewrite dot_comm, dot_scale_l, (dot_comm n u). Qed.

Lemma dot_self_nonneg n v : 0 <= dot n v v.
Proof. apply sum_nonneg; intros; nra. Qed.

Lemma dot_unit_l n v i : (i < n)%nat -> dot n (unit i) v = v i.
Proof.
  intros inside; unfold dot; induction n; [lia |]; simpl.
  destruct (Nat.eq_dec i n) as [-> | other].
  - rewrite (sum_ext _ _ (fun _ => 0)), sum_zero.
    + unfold unit; destruct (Nat.eq_dec n n); [ring | congruence].
    + intros j low; unfold unit; destruct (Nat.eq_dec j n); [lia | ring].
  - rewrite IHn by lia; unfold unit; destruct (Nat.eq_dec n i); [lia | ring].
Qed.

(** ** The norm *)

Lemma norm_pow2 n v : norm n v ^ 2 = dot n v v.
Proof. unfold norm; apply pow2_sqrt, dot_self_nonneg. Qed.

Lemma norm_nonneg n v : 0 <= norm n v.
Proof. apply sqrt_pos. Qed.

Lemma norm_ext n u v : same n u v -> norm n u = norm n v.
Proof. intros equal; unfold norm; f_equal; now apply dot_ext. Qed.

Lemma norm_scale n k v : norm n (scale k v) = Rabs k * norm n v.
Proof.
  unfold norm; rewrite dot_scale_l, dot_scale_r, <- Rmult_assoc, sqrt_mult_alt by nra.
  f_equal; apply sqrt_Rsqr_abs.
Qed.

Lemma norm_zero n v : same n v (fun _ => 0) -> norm n v = 0.
Proof.
  intros zero; rewrite (norm_ext n v (scale 0 v)); [rewrite norm_scale, Rabs_R0; ring |].
  intros i inside; rewrite zero by assumption; unfold scale; ring.
Qed.

Lemma coordinate_of_norm_zero n v : norm n v = 0 -> same n v (fun _ => 0).
Proof.
  intros zero i inside.
  assert (v i * v i <= dot n v v).
  { apply (term_le_sum n (fun j => v j * v j)); [intros; nra | assumption]. }
  rewrite <- norm_pow2, zero in H; nra.
Qed.

Lemma norm_unit n i : (i < n)%nat -> norm n (unit i) = 1.
Proof.
  intros inside; unfold norm; rewrite dot_unit_l by assumption.
  unfold unit; destruct (Nat.eq_dec i i); [apply sqrt_1 | congruence].
Qed.

Lemma coordinate_le_norm n v i : (i < n)%nat -> Rabs (v i) <= norm n v.
Proof.
  intros inside; rewrite <- sqrt_Rsqr_abs; unfold norm; apply sqrt_le_1_alt.
  apply (term_le_sum n (fun j => v j * v j)); [intros; nra | assumption].
Qed.

Lemma le_of_pow2_le x y : 0 <= y -> x ^ 2 <= y ^ 2 -> x <= y.
Proof. intros; nra. Qed.

Lemma dot_pow2_le n u v : dot n u v ^ 2 <= dot n u u * dot n v v.
Proof.
  assert (uu := dot_self_nonneg n u); assert (vv := dot_self_nonneg n v).
  destruct (Req_dec (dot n v v) 0) as [zero | some].
  - assert (none : dot n u v = 0).
    { unfold dot; rewrite (sum_ext _ _ (fun _ => 0)); [apply sum_zero |].
      assert (norm n v = 0) by (unfold norm; rewrite zero; apply sqrt_0).
      intros i inside; rewrite (coordinate_of_norm_zero n v H i inside); ring. }
    rewrite none, zero; lra.
  - assert (gap := dot_self_nonneg n (sub (scale (dot n v v) u) (scale (dot n u v) v))).
    rewrite dot_sub_l, !dot_sub_r, !dot_scale_l, !dot_scale_r, (dot_comm n v u) in gap.
    assert (0 <= dot n v v * (dot n u u * dot n v v - dot n u v ^ 2)) by nra.
    assert (0 < dot n v v) by lra.
    apply Rnot_lt_le; intros more; nra.
Qed.

(** The Cauchy–Schwarz inequality. *)
Lemma dot_le n u v : Rabs (dot n u v) <= norm n u * norm n v.
Proof.
  apply le_of_pow2_le; [apply Rmult_le_pos; apply norm_nonneg |].
  rewrite pow2_abs, Rpow_mult_distr, !norm_pow2; apply dot_pow2_le.
Qed.

Lemma norm_add_le n u v : norm n (add u v) <= norm n u + norm n v.
Proof.
  apply le_of_pow2_le; [apply Rplus_le_le_0_compat; apply norm_nonneg |].
  rewrite norm_pow2, dot_add_l, !dot_add_r, (dot_comm n v u).
  assert (bound := Rle_trans _ _ _ (Rle_abs _) (dot_le n u v)).
  rewrite <- !norm_pow2; nra.
Qed.

(** A triangle: the way from u to w by v. *)
Lemma distance_triangle n u v w : norm n (sub u w) <= norm n (sub u v) + norm n (sub v w).
Proof.
  apply Rle_trans with (2 := norm_add_le n _ _); right; apply norm_ext.
  intros i inside; unfold add, sub; ring.
Qed.

Lemma distance_comm n u v : norm n (sub u v) = norm n (sub v u).
Proof.
  rewrite (norm_ext n (sub u v) (scale (-1) (sub v u))).
  - rewrite norm_scale, Rabs_left by lra; ring.
  - intros i inside; unfold sub, scale; ring.
Qed.

Lemma norm_le_sum n v : norm n v <= sum n (fun i => Rabs (v i)).
Proof.
  induction n; [right; unfold norm; apply sqrt_0 |].
  apply Rle_trans with (norm n v + Rabs (v n)); [| simpl; lra].
  assert (0 <= norm n v) by apply norm_nonneg; assert (0 <= Rabs (v n)) by apply Rabs_pos.
  apply le_of_pow2_le; [lra |].
  rewrite norm_pow2; unfold dot; simpl; fold (dot n v v); rewrite <- norm_pow2.
  assert (v n * v n = Rabs (v n) ^ 2) by (rewrite pow2_abs; ring); nra.
Qed.

(** ** Directions *)

Lemma norm_direction n v : 0 < norm n v -> norm n (scale (/ norm n v) v) = 1.
Proof.
  intros away; rewrite norm_scale, Rabs_pos_eq; [field; lra |].
  left; now apply Rinv_0_lt_compat.
Qed.

(** A vector in the plane of the first two coordinates. *)
Definition planar (a b : R) : vector :=
  fun i => match i with O => a | S O => b | _ => 0 end.

Lemma dot_planar n a b v : dot (S (S n)) (planar a b) v = a * v 0%nat + b * v 1%nat.
Proof.
  unfold dot; induction n; [simpl; ring |].
  change (sum (S (S n)) (fun i => planar a b i * v i) + planar a b (S (S n)) * v (S (S n))
    = a * v 0%nat + b * v 1%nat).
  rewrite IHn; simpl; ring.
Qed.

(** In two or more dimensions something is across every vector. *)
Lemma exists_across n v :
  (2 <= n)%nat -> exists w, norm n w = 1 /\ dot n v w = 0.
Proof.
  destruct n as [| [| n]]; try lia; intros _.
  destruct (Req_dec (v 0%nat ^ 2 + v 1%nat ^ 2) 0) as [zero | some].
  - exists (unit 0); split; [apply norm_unit; lia |].
    rewrite dot_comm, dot_unit_l by lia; nra.
  - set (w := planar (- v 1%nat) (v 0%nat)).
    assert (length : dot (S (S n)) w w = v 0%nat ^ 2 + v 1%nat ^ 2).
    { unfold w; rewrite dot_planar; simpl; ring. }
    exists (scale (/ norm (S (S n)) w) w); split.
    + apply norm_direction; unfold norm; apply sqrt_lt_R0; rewrite length; nra.
    + rewrite dot_scale_r, dot_comm; unfold w at 2; rewrite dot_planar; ring.
Qed.

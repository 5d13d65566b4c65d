(** Convex functions on the positive numbers, and Jensen's inequality for finite sums. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace.
Open Scope R_scope.

Definition convex_on_positive (f : R -> R) : Prop :=
  forall u v l, 0 < u -> 0 < v -> 0 <= l <= 1 ->
    f (l * u + (1 - l) * v) <= l * f u + (1 - l) * f v.

Section Derivatives.

Variables f f1 f2 : R -> R.
Hypotheses (f_is : forall u, 0 < u -> is_derive f u (f1 u)).
Hypotheses (f1_is : forall u, 0 < u -> is_derive f1 u (f2 u)).
Hypothesis curved : forall u, 0 < u -> 0 <= f2 u.

Lemma mean_value (h h1 : R -> R) u v :
  (forall w, 0 < w -> is_derive h w (h1 w)) -> 0 < u -> 0 < v ->
  exists w, 0 < w /\ Rmin u v <= w <= Rmax u v /\ h v - h u = h1 w * (v - u).
Proof.
  intros h_is u_pos v_pos.
  assert (positive : forall w, Rmin u v <= w -> 0 < w).
  { intros w low; apply Rlt_le_trans with (2 := low); now apply Rmin_glb_lt. }
  destruct (MVT_gen h u v h1) as [w [between slope]].
  - intros w inside; apply h_is, positive; lra.
  - intros w inside; apply continuity_pt_filterlim, (ex_derive_continuous h).
    eexists; apply h_is, positive; lra.
  - exists w; split; [apply positive; lra | tauto].
Qed.

(** The graph is above its tangents. *)
Lemma tangent_le u v : 0 < u -> 0 < v -> f u + f1 u * (v - u) <= f v.
Proof.
  intros u_pos v_pos.
  destruct (mean_value f f1 u v f_is u_pos v_pos) as [w [w_pos [between slope]]].
  destruct (mean_value f1 f2 u w f1_is u_pos w_pos) as [x [x_pos [_ second]]].
  assert (nonneg := curved x x_pos).
  assert (side : 0 <= (w - u) * (v - u)).
  { unfold Rmin, Rmax in between; destruct (Rle_dec u v); nra. }
  assert (f v - f u - f1 u * (v - u) = f2 x * ((w - u) * (v - u))).
  { rewrite slope; replace (f1 w) with (f1 u + f2 x * (w - u)) by lra; ring. }
  assert (0 <= f2 x * ((w - u) * (v - u))) by now apply Rmult_le_pos.
  lra.
Qed.

Lemma convex_of_derivatives : convex_on_positive f.
Proof.
  intros u v l u_pos v_pos weight.
  set (w := l * u + (1 - l) * v).
  assert (w_pos : 0 < w) by (unfold w; nra).
  assert (first := tangent_le w u w_pos u_pos); assert (second := tangent_le w v w_pos v_pos).
  assert (l * (f w + f1 w * (u - w)) <= l * f u) by (apply Rmult_le_compat_l; lra).
  assert ((1 - l) * (f w + f1 w * (v - w)) <= (1 - l) * f v) by (apply Rmult_le_compat_l; lra).
  assert (l * (u - w) + (1 - l) * (v - w) = 0) by (unfold w; ring).
  nra.
Qed.

End Derivatives.

(** The same for any convex function that has a derivative. *)
Lemma tangent_le_of_convex f u v f1 :
  convex_on_positive f -> 0 < u -> 0 < v -> is_derive f u f1 -> f u + f1 * (v - u) <= f v.
Proof.
  intros convex u_pos v_pos f_is; apply is_derive_Reals in f_is.
  apply Rnot_lt_le; intros below; set (e := f u + f1 * (v - u) - f v) in *.
  assert (e_pos : 0 < e) by (unfold e; lra).
  assert (apart : v - u <> 0).
  { intros zero; unfold e in e_pos; replace v with u in e_pos by lra; lra. }
  assert (way : 0 < Rabs (v - u)) by now apply Rabs_pos_lt.
  destruct (f_is (e / (2 * Rabs (v - u)))) as [d near]; [apply Rdiv_lt_0_compat; lra |].
  assert (d_pos := cond_pos d); set (l := Rmin (1 / 2) (d / (2 * Rabs (v - u)))).
  assert (l_pos : 0 < l) by (apply Rmin_glb_lt; [lra | apply Rdiv_lt_0_compat; lra]).
  assert (l_half : l <= 1 / 2) by apply Rmin_l.
  assert (l_small : l * Rabs (v - u) <= d / 2).
  { apply Rle_trans with (d / (2 * Rabs (v - u)) * Rabs (v - u)).
    - apply Rmult_le_compat_r; [lra | apply Rmin_r].
    - right; field; lra. }
  assert (size : Rabs (l * (v - u)) = l * Rabs (v - u)) by (rewrite Rabs_mult, Rabs_pos_eq; lra).
  specialize (near (l * (v - u)) ltac:(now apply Rmult_integral_contrapositive; split; lra)
    ltac:(rewrite size; lra)).
  assert (mixed := convex v u l v_pos u_pos ltac:(lra)).
  replace (l * v + (1 - l) * u) with (u + l * (v - u)) in mixed by ring.
  set (rest := (f (u + l * (v - u)) - f u) / (l * (v - u)) - f1) in *.
  assert (value : f (u + l * (v - u)) = f u + f1 * (l * (v - u)) + rest * (l * (v - u))).
  { unfold rest; field; lra. }
  assert (error : - (l * (e / 2)) <= rest * (l * (v - u))).
  { apply Rle_trans with (- (Rabs (rest * (l * (v - u))))).
    - apply Ropp_le_contravar; rewrite Rabs_mult, size.
      apply Rle_trans with (e / (2 * Rabs (v - u)) * (l * Rabs (v - u))).
      + apply Rmult_le_compat_r; [apply Rmult_le_pos |]; lra.
      + right; field; lra.
    - generalize (Rle_abs (- (rest * (l * (v - u))))); rewrite Rabs_Ropp; lra. }
  assert (0 < l * (e / 2)) by (apply Rmult_lt_0_compat; lra).
  unfold e in *; nra.
Qed.

(** Jensen's inequality, with positive weights. *)
Lemma jensen f n (w x : nat -> R) :
  convex_on_positive f -> (forall i, (i < S n)%nat -> 0 < w i /\ 0 < x i) ->
  0 < sum (S n) w /\ 0 < sum (S n) (fun i => w i * x i)
  /\ f (sum (S n) (fun i => w i * x i) / sum (S n) w)
     <= sum (S n) (fun i => w i * f (x i)) / sum (S n) w.
Proof.
  intros convex; induction n as [| n step]; intros positive.
  - destruct (positive 0%nat ltac:(lia)) as [w_pos x_pos]; simpl.
    repeat split; [lra | nra |].
    replace ((0 + w 0%nat * x 0%nat) / (0 + w 0%nat)) with (x 0%nat) by (field; lra).
    right; field; lra.
  - destruct step as [total [moment bound]]; [intros i low; apply positive; lia |].
    destruct (positive (S n) ltac:(lia)) as [w_pos x_pos].
    set (W := sum (S n) w) in *; set (M := sum (S n) (fun i => w i * x i)) in *.
    set (F := sum (S n) (fun i => w i * f (x i))) in *.
    change (sum (S (S n)) w) with (W + w (S n)).
    change (sum (S (S n)) (fun i => w i * x i)) with (M + w (S n) * x (S n)).
    change (sum (S (S n)) (fun i => w i * f (x i))) with (F + w (S n) * f (x (S n))).
    repeat split; [lra | nra |].
    assert (share : 0 <= W / (W + w (S n)) <= 1).
    { split; [left; apply Rdiv_lt_0_compat; lra |].
      apply Rmult_le_reg_r with (W + w (S n)); [lra |].
      unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra. }
    assert (mean_pos : 0 < M / W) by now apply Rdiv_lt_0_compat.
    assert (two := convex (M / W) (x (S n)) _ mean_pos x_pos share).
    replace ((M + w (S n) * x (S n)) / (W + w (S n)))
      with (W / (W + w (S n)) * (M / W) + (1 - W / (W + w (S n))) * x (S n)) by (field; lra).
    apply Rle_trans with (1 := two).
    replace ((F + w (S n) * f (x (S n))) / (W + w (S n)))
      with (W / (W + w (S n)) * (F / W) + (1 - W / (W + w (S n))) * f (x (S n))) by (field; lra).
    apply Rplus_le_compat_r, Rmult_le_compat_l; [apply share | exact bound].
Qed.

(** log x ≤ x - 1, and so the tangents of -log. *)
Lemma ln_le_minus_1 x : 0 < x -> ln x <= x - 1.
Proof.
  intros positive; rewrite <- (ln_exp (x - 1)); apply ln_le; [assumption |].
  generalize (exp_ineq1_le (x - 1)); lra.
Qed.

Lemma ln_lt_minus_1 x : 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros positive other.
  assert (root_pos : 0 < sqrt x) by now apply sqrt_lt_R0.
  assert (square : sqrt x * sqrt x = x) by (apply sqrt_sqrt; lra).
  assert (bound := ln_le_minus_1 (sqrt x) root_pos).
  assert (double : ln x = ln (sqrt x) + ln (sqrt x)) by (rewrite <- ln_mult, square; auto).
  assert (sqrt x <> 1) by (intros one; rewrite one in square; lra).
  assert (0 < (sqrt x - 1) ^ 2) by (apply pow2_gt_0; lra).
  nra.
Qed.

Lemma ln_ge_1_minus_inv x : 0 < x -> 1 - / x <= ln x.
Proof.
  intros positive; assert (bound := ln_le_minus_1 (/ x) ltac:(now apply Rinv_0_lt_compat)).
  rewrite ln_Rinv in bound by assumption; lra.
Qed.

Lemma convex_minus_ln : convex_on_positive (fun u => - ln u).
Proof.
  apply (convex_of_derivatives _ (fun u => - / u) (fun u => / u ^ 2)).
  - intros u positive; auto_derive; [assumption | field; lra].
  - intros u positive; auto_derive; [lra | field; lra].
  - intros u positive; left; apply Rinv_0_lt_compat; nra.
Qed.

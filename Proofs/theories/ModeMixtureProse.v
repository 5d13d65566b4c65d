(** What the bound on mode mixture says of small and large steepness, and what it does not. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.NormalTail Missing.NormalLaw.
From Steepness Require Import LineMixture LineSteepness ModeMixture.
Open Scope R_scope.

(** ** Two modes *)

Lemma anchor_of_two_is_0 x s c : 0 < s -> anchors 2 x s c -> c 0%nat = 0.
Proof.
  intros s_pos c_is; apply Phi_injective; rewrite Phi_0, <- (anchor_of_two x s s_pos).
  apply c_is; lia.
Qed.

Lemma bound_of_two c h : c 0%nat = 0 -> mixture_bound 2 c h = Phi (h 0%nat) - Phi (- h 0%nat).
Proof.
  intros c_is; unfold mixture_bound; change (2 - 1)%nat with 1%nat; cbn [sum]; rewrite c_is.
  replace (0 + h 0%nat) with (h 0%nat) by ring; replace (0 - h 0%nat) with (- h 0%nat)
    by ring; ring.
Qed.

(** Small k: all but exp(-(gap - 6s)²/8k²) of the mass is between the modes. *)
Lemma mixture_of_small_k x s k c g P :
  0 < s -> line_separated 2 x (6 * s) -> anchors 2 x s c -> admissible 2 x k c g -> normal_law P ->
  1 - exp (- (x 1%nat - x 0%nat - 6 * s) ^ 2 / (8 * k ^ 2))
    <= P (fun z => between_modes 2 x s (g z)).
Proof.
  intros s_pos apart c_is g_is law; assert (k_pos := steepness_bound_pos 2 x k c g g_is).
  apply Rle_trans with (2 := mixture_bound_le 2 x s k c g s_pos apart g_is P law).
  rewrite bound_of_two by now apply (anchor_of_two_is_0 x s).
  assert (nonneg := half_width_nonneg 2 x s k c g apart g_is 0).
  assert (tail := tail_le_exp (half_width x s k 0)); rewrite Phi_opp.
  replace (- (x 1%nat - x 0%nat - 6 * s) ^ 2 / (8 * k ^ 2)) with (- half_width x s k 0 ^ 2 / 2)
    by (unfold half_width; field; lra).
  assert (0 <= half_width x s k 0) by (apply nonneg; lia); lra.
Qed.

(** Larger k: both bounds fall. *)
Lemma bound_falls N c h h' :
  (forall i, (S i < N)%nat -> h' i <= h i) -> mixture_bound N c h' <= mixture_bound N c h.
Proof.
  intros narrow; apply sum_le; intros i few; assert (h' i <= h i) by (apply narrow; lia).
  generalize (Phi_le (c i + h' i) (c i + h i)) (Phi_le (c i - h i) (c i - h' i)); lra.
Qed.

Lemma both_bounds_fall N x s k k' c :
  0 < s -> line_separated N x (6 * s) -> 0 < k <= k' ->
  mixture_bound N c (half_width x s k') <= mixture_bound N c (half_width x s k)
  /\ mixture_bound N c (printed_half_width x s k') <= mixture_bound N c (printed_half_width x s k).
Proof.
  intros s_pos apart order; split; apply bound_falls; intros i inside;
    assert (wide := apart i inside); apply Rmult_le_compat_l; try lra;
    apply Rinv_le_contravar; lra.
Qed.

(** Inverse proportion for large k, the least probability of two modes being the bound. *)
Lemma bound_of_two_inverse x s k c :
  0 < s -> 0 < k -> 6 * s < x 1%nat - x 0%nat -> anchors 2 x s c ->
  exp (- half_width x s k 0 ^ 2 / 2)
    <= mixture_bound 2 c (half_width x s k) * k * sqrt (2 * PI) / (x 1%nat - x 0%nat - 6 * s)
    <= 1.
Proof.
  intros s_pos k_pos apart c_is; rewrite bound_of_two by now apply (anchor_of_two_is_0 x s).
  set (h := half_width x s k 0); assert (root := sqrt_2PI_pos).
  assert (gap : x 1%nat - x 0%nat - 6 * s = 2 * k * h) by (unfold h, half_width; field; lra).
  assert (h_pos : 0 < h) by nra; rewrite gap.
  destruct (mean_value Phi phi (- h) h is_derive_Phi) as [z [between ->]]; [lra |].
  replace (phi z * (h - - h) * k * sqrt (2 * PI) / (2 * k * h)) with (phi z * sqrt (2 * PI))
    by (field; lra).
  unfold phi; replace (exp (- z ^ 2 / 2) / sqrt (2 * PI) * sqrt (2 * PI)) with (exp (- z ^ 2 / 2))
    by (field; lra).
  split; [apply exp_le; nra |]; rewrite <- exp_0; apply exp_le; nra.
Qed.

(** p in the place of the probability forces a steepness of (gap - 6s)/2Φ⁻¹((1 + p)/2). *)
Lemma steepness_of_little_mixture x s k c g P q :
  0 < s -> line_separated 2 x (6 * s) -> anchors 2 x s c -> admissible 2 x k c g -> normal_law P ->
  0 < q -> Phi q = (1 + P (fun z => between_modes 2 x s (g z))) / 2 ->
  (x 1%nat - x 0%nat - 6 * s) / (2 * q) <= k.
Proof.
  intros s_pos apart c_is g_is law q_pos q_is.
  assert (k_pos := steepness_bound_pos 2 x k c g g_is).
  assert (bound := mixture_bound_le 2 x s k c g s_pos apart g_is P law).
  rewrite bound_of_two, Phi_opp in bound by now apply (anchor_of_two_is_0 x s).
  assert (small : half_width x s k 0 <= q) by (apply Phi_le_reg; lra).
  unfold half_width in small; apply Rle_div_l in small; [| lra].
  apply <- Rle_div_l; [| lra]; lra.
Qed.

(** ** Three modes *)

(** Modes -10, 0, 10 with s = 1 and k = 5/2: no g meets the hypotheses. *)
Lemma small_k_of_three_false :
  ~ forall x s k c, 0 < s -> line_separated 3 x (6 * s) -> 0 < k -> anchors 3 x s c ->
    exists g, admissible 3 x k c g.
Proof.
  intros printed.
  set (x := fun i => match i with O => -10 | S O => 0 | _ => 10 end : R).
  assert (apart : line_separated 3 x (6 * 1)).
  { intros i inside; assert (i = 0%nat \/ i = 1%nat) as [-> | ->] by lia; simpl; lra. }
  assert (order : ascending 3 x) by (apply (ascending_of_separated 3 x (6 * 1));
    [lra | assumption]).
  destruct (exists_anchor 3 (equal 3) x 1) with (y := midpoint x 0) as [c0 c0_is];
    [lra | apply weights_equal; lia |].
  destruct (exists_anchor 3 (equal 3) x 1) with (y := midpoint x 1) as [c1 c1_is];
    [lra | apply weights_equal; lia |].
  set (c := fun i => match i with O => c0 | _ => c1 end : R).
  assert (c_is : anchors 3 x 1 c).
  { intros i inside; assert (i = 0%nat \/ i = 1%nat) as [-> | ->] by lia; assumption. }
  destruct (printed x 1 (5 / 2) c) as [g g_is]; auto; try lra.
  assert (rise := rise_between_anchors 3 x 1 (5 / 2) c g ltac:(lra) apart g_is 0).
  assert (low := mass_below_midpoint 3 x 1 0 ltac:(lra) ltac:(lia)).
  assert (high := mass_below_midpoint 3 x 1 1 ltac:(lra) ltac:(lia)).
  rewrite <- c0_is in low; rewrite <- c1_is in high.
  assert (tail := tail_le_exp 2 ltac:(lra)).
  replace (- 2 ^ 2 / 2) with (- (2)) in tail by field.
  assert (rare := exp_opp_le 2 ltac:(lra)); simpl INR in *.
  assert (c0_ge : - (2) < c0) by (apply Phi_lt_reg; rewrite Phi_opp; lra).
  assert (c1_le : c1 < 2) by (apply Phi_lt_reg; lra).
  unfold c, midpoint, x in rise; simpl in rise.
  assert ((0 + 10) / 2 - (-10 + 0) / 2 <= 5 / 2 * (c1 - c0)) by (apply rise; lia); lra.
Qed.

(** ** Steeper is not less mixed *)

(** (c/β)·tanh(βz), which stays within ±c/β and has slope c at 0. *)
Definition saturating (c b z : R) : R := c / b * ((exp (2 * b * z) - 1) / (exp (2 * b * z) + 1)).

Lemma is_derive_saturating c b z :
  0 < b -> is_derive (saturating c b) z (c * (4 * exp (2 * b * z)) / (exp (2 * b * z) + 1) ^ 2).
Proof.
  intros b_pos; unfold saturating; assert (positive := exp_pos (2 * b * z)).
  auto_derive; [lra | field; lra].
Qed.

(** k₁ and k₂ are the greatest slopes of g₁ and g₂, which both meet the hypotheses. Modes ±8, s = 1:
    5z has less mass between them than a steeper g that stays there. *)
Lemma steeper_is_less_mixed_false :
  ~ forall x s k1 k2 c g1 g2 P, 0 < s -> line_separated 2 x (6 * s) -> anchors 2 x s c ->
    admissible 2 x k1 c g1 -> admissible 2 x k2 c g2 ->
    (exists z, Derive g1 z = k1) -> (exists z, Derive g2 z = k2) -> k1 < k2 -> normal_law P ->
    P (fun z => between_modes 2 x s (g2 z)) <= P (fun z => between_modes 2 x s (g1 z)).
Proof.
  intros printed; destruct normal_law_exists as [P law].
  set (x := fun i => match i with O => -8 | _ => 8 end : R).
  assert (apart : line_separated 2 x (6 * 1)).
  { intros i inside; assert (i = 0%nat) as -> by lia; simpl; lra. }
  assert (c_is : anchors 2 x 1 (fun _ => 0)).
  { intros i inside; assert (i = 0%nat) as -> by lia; rewrite anchor_of_two, Phi_0; lra. }
  assert (linear : forall z, is_derive (fun z => 5 * z) z 5) by (intros; auto_derive; auto; ring).
  set (g2 := saturating 10 2).
  assert (smooth := fun z => is_derive_saturating 10 2 z ltac:(lra)); fold g2 in smooth.
  assert (slope : forall z, 0 < 10 * (4 * exp (2 * 2 * z)) / (exp (2 * 2 * z) + 1) ^ 2 <= 10).
  { intros z; generalize (exp_pos (2 * 2 * z)); generalize (exp (2 * 2 * z)); intros e positive.
    assert (square := pow2_ge_0 (e - 1)); assert (0 < (e + 1) ^ 2) by nra; split.
    - apply Rdiv_lt_0_compat; lra.
    - apply <- Rle_div_l; [lra | assumption]. }
  assert (first : admissible 2 x 5 (fun _ => 0) (fun z => 5 * z)).
  { split; [intros; lra |]; split; [intros z; eexists; apply linear |]; split.
    - intros z; replace (Derive (fun z => 5 * z) z) with 5
        by (symmetry; apply is_derive_unique, linear).
      rewrite Rabs_pos_eq; lra.
    - intros i inside; assert (i = 0%nat) as -> by lia; unfold midpoint; simpl; lra. }
  assert (second : admissible 2 x 10 (fun _ => 0) g2).
  { split; [| split; [| split]].
    - intros u v less; destruct (mean_value g2 _ u v smooth less) as [z [_ mean]].
      generalize (slope z); nra.
    - intros z; eexists; apply smooth.
    - intros z; rewrite (is_derive_unique _ _ _ (smooth z)), Rabs_pos_eq; generalize (slope z); lra.
    - intros i inside; assert (i = 0%nat) as -> by lia; unfold midpoint, g2, saturating; simpl.
      rewrite Rmult_0_r, exp_0; field. }
  assert (whole : P (fun z => between_modes 2 x 1 (g2 z)) = 1).
  { transitivity (P (fun _ => True)); [apply (law_ext P law) | apply (law_all P law)].
    intros z; split; [tauto |]; intros _.
    exists 0%nat; split; [lia |]; unfold region, g2, saturating.
    change (x 0%nat) with (-8); change (x 1%nat) with 8.
    assert (positive := exp_pos (2 * 2 * z)).
    assert (ratio : -1 <= (exp (2 * 2 * z) - 1) / (exp (2 * 2 * z) + 1) <= 1).
    { split; [apply -> Rle_div_r | apply <- Rle_div_l]; lra. }
    lra. }
  assert (part : P (fun z => between_modes 2 x 1 (5 * z)) <= Phi 1).
  { rewrite <- (law_below P law); apply (law_le P law); intros z [i [inside [_ high]]].
    assert (i = 0%nat) as -> by lia; simpl in high; lra. }
  generalize (Phi_lt_1 1); intros less.
  assert (P (fun z => between_modes 2 x 1 (g2 z)) <= P (fun z => between_modes 2 x 1 (5 * z)));
    [| lra].
  apply (printed x 1 5 10 (fun _ => 0) (fun z => 5 * z) g2 P); auto; try lra.
  - exists 0; apply is_derive_unique, linear.
  - exists 0; apply is_derive_unique; apply (is_derive_value _ _ _ 10 (smooth 0)).
    rewrite Rmult_0_r, exp_0; field.
Qed.

(** Multiples of one shape are less mixed the steeper they are. *)
Lemma multiples_less_mixed P x s f k k' :
  normal_law P -> 0 < s -> - x 0%nat = x 1%nat -> 6 * s <= x 1%nat - x 0%nat -> 0 < k <= k' ->
  P (fun z => between_modes 2 x s (k' * f z)) <= P (fun z => between_modes 2 x s (k * f z)).
Proof.
  intros law s_pos symmetric apart order; apply (law_le P law); intros z [i [inside [low high]]].
  assert (i = 0%nat) as -> by lia; exists 0%nat; split; [lia |].
  split; destruct (Rle_or_lt 0 (f z)); nra.
Qed.

(** ** The mass that the data themselves have between two modes ±m *)

Definition symmetric_pair (m : R) : nat -> R := fun i => match i with O => - m | _ => m end.

Lemma data_mass_between m s P g :
  0 < s -> 6 * s <= 2 * m -> normal_law P -> monotone_map 2 (equal 2) (symmetric_pair m) s g ->
  P (fun z => between_modes 2 (symmetric_pair m) s (g z)) = Phi (- (3)) - Phi (3 - 2 * m / s).
Proof.
  intros s_pos apart law g_is.
  assert (w_is : mixture_weights 2 (equal 2)) by (apply weights_equal; lia).
  destruct (exists_anchor 2 _ (symmetric_pair m) s s_pos w_is (- m + 3 * s)) as [a a_is].
  destruct (exists_anchor 2 _ (symmetric_pair m) s s_pos w_is (m - 3 * s)) as [b b_is].
  assert (order : a <= b).
  { apply Phi_le_reg; rewrite a_is, b_is; apply mixture_cdf_le; auto; lra. }
  assert (same : forall z, between_modes 2 (symmetric_pair m) s (g z) <-> a <= z <= b).
  { intros z; split.
    - intros [i [inside [low high]]]; assert (i = 0%nat) as -> by lia; simpl in low, high.
      split; apply Phi_le_reg; [rewrite a_is, <- g_is | rewrite b_is, <- g_is];
        apply mixture_cdf_le; auto; lra.
    - intros [low high]; exists 0%nat; split; [lia |]; split;
        apply (mixture_cdf_le_reg 2 (equal 2) (symmetric_pair m) s s_pos w_is); rewrite g_is; simpl;
        [rewrite <- a_is | rewrite <- b_is]; now apply Phi_le. }
  rewrite (law_ext P law _ _ same), (law_interval P law) by assumption.
  rewrite a_is, b_is; unfold mixture_cdf, equal, symmetric_pair; cbn [sum].
  replace ((m - 3 * s - - m) / s) with (- (3 - 2 * m / s)) by (field; lra).
  replace ((m - 3 * s - m) / s) with (- (3)) by (field; lra).
  replace ((- m + 3 * s - - m) / s) with (- - (3)) by (field; lra).
  replace ((- m + 3 * s - m) / s) with (3 - 2 * m / s) by (field; lra).
  rewrite (Phi_opp (3 - 2 * m / s)), (Phi_opp (- (3))); simpl; field.
Qed.

Lemma data_mass_ge m s P g :
  0 < s -> 63 / 10 * s <= 2 * m -> normal_law P ->
  monotone_map 2 (equal 2) (symmetric_pair m) s g ->
  1 / 2 * Phi (- (3)) <= P (fun z => between_modes 2 (symmetric_pair m) s (g z)).
Proof.
  intros s_pos apart law g_is; rewrite (data_mass_between m s P g) by (auto; lra).
  assert (wide : 63 / 10 <= 2 * m / s) by (apply -> Rle_div_r; lra).
  apply Rle_trans with (Phi (- (3)) - Phi (- (33 / 10))).
  - assert (ratio := tail_ratio 3 (33 / 10) ltac:(lra)); rewrite !Phi_opp.
    assert (rare := exp_opp_le (189 / 400) ltac:(lra)); assert (some := exp_pos (- (189 / 400))).
    replace (- ((33 / 10) ^ 2 - 3 ^ 2) / 2) with (- (189 / 400) + - (189 / 400)) in ratio by field.
    rewrite exp_plus in ratio; replace (/ (1 + 189 / 400)) with (400 / 589) in rare by field.
    assert (less := Phi_lt_1 3); set (E := exp (- (189 / 400))) in *.
    assert (few : E * E <= 1 / 2) by nra.
    nra.
  - generalize (Phi_le (3 - 2 * m / s) (- (33 / 10))); lra.
Qed.

(** ** Figure 3 *)

Lemma modes_of_figure_false : ~ forall x1 x2 : R, x1 = 8 -> - x2 = 8 -> x1 <= x2.
Proof. intros printed; generalize (printed 8 (-8)); lra. Qed.

Lemma modes_of_figure_in_order : forall x1 x2 : R, - x1 = 8 -> x2 = 8 -> x1 <= x2.
Proof. intros; lra. Qed.

Lemma mixture_of_figure_falls P f k k' :
  normal_law P -> 0 < k <= k' ->
  P (fun z => between_modes 2 (symmetric_pair 8) 1 (k' * f z))
    <= P (fun z => between_modes 2 (symmetric_pair 8) 1 (k * f z)).
Proof. intros law order; apply multiples_less_mixed; auto; simpl; lra. Qed.

(** Derivatives of functions of a vector: gradients and Jacobians in the sense of Fréchet. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace.
Open Scope R_scope.

(** f(y) = f(x) + G·(y - x) + o(|y - x|) on ℝⁿ. *)
Definition is_gradient (n : nat) (f : vector -> R) (x G : vector) : Prop :=
  forall e, 0 < e -> exists d, 0 < d /\ forall y, norm n (sub y x) < d ->
    Rabs (f y - f x - dot n G (sub y x)) <= e * norm n (sub y x).

(** A matrix: row, then column. *)
Definition matrix := nat -> nat -> R.

(** Row i of the Jacobian of F: ℝᵐ -> ℝⁿ is the gradient of its coordinate i. *)
Definition is_jacobian (m n : nat) (F : vector -> vector) (x : vector) (J : matrix) : Prop :=
  forall i, (i < n)%nat -> is_gradient m (fun y => F y i) x (J i).

Section Rules.

Variables (n : nat) (x : vector).

Lemma is_gradient_ext f G H : same n G H -> is_gradient n f x G -> is_gradient n f x H.
Proof.
  intros equal is e e_pos; destruct (is e e_pos) as [d [d_pos near]].
  exists d; split; [assumption |]; intros y close.
  rewrite <- (dot_ext n G H (sub y x) (sub y x)); [now apply near | assumption | easy].
Qed.

(** Only the values near x count. *)
Lemma is_gradient_of_near f h G d :
  0 < d -> (forall y, norm n (sub y x) < d -> f y = h y) ->
  is_gradient n f x G -> is_gradient n h x G.
Proof.
  intros d_pos equal is e e_pos; destruct (is e e_pos) as [c [c_pos near]].
  exists (Rmin c d); split; [now apply Rmin_glb_lt |]; intros y close.
  assert (c_min := Rmin_l c d); assert (d_min := Rmin_r c d).
  rewrite <- !equal; [apply near; lra | | lra].
  rewrite norm_zero; [assumption | intros i inside; unfold sub; ring].
Qed.

Lemma is_gradient_const k : is_gradient n (fun _ => k) x (fun _ => 0).
Proof.
  intros e e_pos; exists 1; split; [lra |]; intros y close.
  assert (flat : dot n (fun _ => 0) (sub y x) = 0).
  { unfold dot; rewrite (sum_ext _ _ (fun _ => 0)); [apply sum_zero | intros; ring]. }
  rewrite flat; replace (k - k - 0) with 0 by ring; rewrite Rabs_R0.
  apply Rmult_le_pos; [lra | apply norm_nonneg].
Qed.

Lemma is_gradient_linear G : is_gradient n (dot n G) x G.
Proof.
  intros e e_pos; exists 1; split; [lra |]; intros y close.
  rewrite dot_sub_r, Rminus_eq_0, Rabs_R0.
  apply Rmult_le_pos; [lra | apply norm_nonneg].
Qed.

Lemma is_gradient_coordinate i : (i < n)%nat -> is_gradient n (fun y => y i) x (unit i).
Proof.
  intros inside e e_pos; destruct (is_gradient_linear (unit i) e e_pos) as [d [d_pos near]].
  exists d; split; [assumption |]; intros y close.
  specialize (near y close); now rewrite !(dot_unit_l n y), (dot_unit_l n x) in near.
Qed.

Lemma is_gradient_plus f h G H :
  is_gradient n f x G -> is_gradient n h x H ->
  is_gradient n (fun y => f y + h y) x (add G H).
Proof.
  intros f_is h_is e e_pos.
  destruct (f_is (e / 2)) as [c [c_pos f_near]]; [lra |].
  destruct (h_is (e / 2)) as [d [d_pos h_near]]; [lra |].
  exists (Rmin c d); split; [now apply Rmin_glb_lt |]; intros y close.
  assert (c_min := Rmin_l c d); assert (d_min := Rmin_r c d).
  specialize (f_near y); specialize (h_near y); rewrite dot_add_l.
  apply Rabs_le; apply Rabs_le_between in f_near; [| lra].
  apply Rabs_le_between in h_near; lra.
Qed.

(** Near x a function that has a gradient changes no more than |y - x| times a constant. *)
Lemma change_le_of_gradient f G :
  is_gradient n f x G -> exists d, 0 < d /\ forall y, norm n (sub y x) < d ->
    Rabs (f y - f x) <= (norm n G + 1) * norm n (sub y x).
Proof.
  intros is; destruct (is 1) as [d [d_pos near]]; [lra |].
  exists d; split; [assumption |]; intros y close.
  specialize (near y close); assert (linear := dot_le n G (sub y x)).
  apply Rabs_le; apply Rabs_le_between in near; apply Rabs_le_between in linear; lra.
Qed.

(** φ∘f for φ: ℝ -> ℝ. *)
Lemma is_gradient_comp_line (phi : R -> R) (f : vector -> R) G (l : R) :
  is_derive phi (f x) l -> is_gradient n f x G ->
  is_gradient n (fun y => phi (f y)) x (scale l G).
Proof.
  intros phi_is f_is e e_pos.
  assert (size := norm_nonneg n G); assert (l_size := Rabs_pos l).
  set (a := e / (2 * (norm n G + 1))); set (b := e / (2 * (Rabs l + 1))).
  assert (a_pos : 0 < a) by (apply Rdiv_lt_0_compat; lra).
  assert (b_pos : 0 < b) by (apply Rdiv_lt_0_compat; lra).
  assert (linear : exists c, 0 < c /\ forall h, Rabs h < c ->
    Rabs (phi (f x + h) - phi (f x) - l * h) <= a * Rabs h).
  { apply is_derive_Reals in phi_is; destruct (phi_is a a_pos) as [c near].
    exists c; split; [apply cond_pos |]; intros h small.
    destruct (Req_dec h 0) as [-> | some].
    - rewrite Rplus_0_r, Rmult_0_r, !Rminus_0_r, Rminus_eq_0, Rabs_R0; lra.
    - specialize (near h some small).
      replace (phi (f x + h) - phi (f x) - l * h)
        with (((phi (f x + h) - phi (f x)) / h - l) * h) by (field; assumption).
      rewrite Rabs_mult; apply Rmult_le_compat_r; [apply Rabs_pos | lra]. }
  destruct linear as [c [c_pos linear]].
  destruct (f_is b b_pos) as [d [d_pos f_near]].
  destruct (change_le_of_gradient f G f_is) as [k [k_pos change]].
  set (w := c / (norm n G + 1)).
  assert (w_pos : 0 < w) by (apply Rdiv_lt_0_compat; lra).
  exists (Rmin w (Rmin d k)); split; [repeat apply Rmin_glb_lt; assumption |].
  intros y close.
  assert (w_min := Rmin_l w (Rmin d k)); assert (dk_min := Rmin_r w (Rmin d k)).
  assert (d_min := Rmin_l d k); assert (k_min := Rmin_r d k).
  set (t := norm n (sub y x)) in *; assert (t_nonneg : 0 <= t) by apply norm_nonneg.
  specialize (change y ltac:(fold t; lra)); specialize (f_near y ltac:(fold t; lra)).
  fold t in change, f_near.
  assert (small : Rabs (f y - f x) < c).
  { apply Rle_lt_trans with (1 := change).
    apply Rlt_le_trans with ((norm n G + 1) * w); [apply Rmult_lt_compat_l; lra |].
    right; unfold w; field; lra. }
  specialize (linear _ small); replace (f x + (f y - f x)) with (f y) in linear by ring.
  rewrite dot_scale_l.
  replace (phi (f y) - phi (f x) - l * dot n G (sub y x))
    with ((phi (f y) - phi (f x) - l * (f y - f x)) + l * (f y - f x - dot n G (sub y x))) by ring.
  apply Rle_trans with (1 := Rabs_triang _ _); rewrite Rabs_mult.
  assert (first : a * Rabs (f y - f x) <= e / 2 * t).
  { apply Rle_trans with (a * ((norm n G + 1) * t)); [apply Rmult_le_compat_l; lra |].
    right; unfold a; field; lra. }
  assert (second : Rabs l * Rabs (f y - f x - dot n G (sub y x)) <= e / 2 * t).
  { apply Rle_trans with ((Rabs l + 1) * (b * t)); [| right; unfold b; field; lra].
    apply Rmult_le_compat; try apply Rabs_pos; lra. }
  lra.
Qed.

Lemma is_gradient_scal k f G :
  is_gradient n f x G -> is_gradient n (fun y => k * f y) x (scale k G).
Proof.
  intros is; apply (is_gradient_comp_line (fun u => k * u) f); [| assumption].
  auto_derive; [exact I | ring].
Qed.

Lemma is_gradient_minus f h G H :
  is_gradient n f x G -> is_gradient n h x H ->
  is_gradient n (fun y => f y - h y) x (sub G H).
Proof.
  intros f_is h_is.
  apply is_gradient_ext with (add G (scale (-1) H)); [intros i _; unfold add, scale, sub; ring |].
  apply (is_gradient_of_near (fun y => f y + -1 * h y) _ _ 1); [lra | intros; ring |].
  apply is_gradient_plus; [assumption | now apply is_gradient_scal].
Qed.

Lemma is_gradient_square f G :
  is_gradient n f x G -> is_gradient n (fun y => f y ^ 2) x (scale (2 * f x) G).
Proof.
  intros is; apply (is_gradient_comp_line (fun u => u ^ 2) f); [| assumption].
  auto_derive; [exact I | ring].
Qed.

(** A product is half of (f + h)² - f² - h². *)
Lemma is_gradient_mult f h G H :
  is_gradient n f x G -> is_gradient n h x H ->
  is_gradient n (fun y => f y * h y) x (add (scale (h x) G) (scale (f x) H)).
Proof.
  intros f_is h_is.
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_of_near
      (fun y => / 2 * ((f y + h y) ^ 2 - f y ^ 2 - h y ^ 2)) _ _ 1); [lra | intros; field |].
    apply is_gradient_scal, is_gradient_minus; [apply is_gradient_minus |];
      apply is_gradient_square; [apply is_gradient_plus | |]; eassumption.
  - intros i _; unfold add, sub, scale; field.
Qed.

Lemma is_gradient_sum k (f : nat -> vector -> R) (G : nat -> vector) :
  (forall i, (i < k)%nat -> is_gradient n (f i) x (G i)) ->
  is_gradient n (fun y => sum k (fun i => f i y)) x (fun j => sum k (fun i => G i j)).
Proof.
  induction k; intros each; simpl; [apply is_gradient_const |].
  apply (is_gradient_plus (fun y => sum k (fun i => f i y)) (f k)); auto.
Qed.

(** |y - c|, away from c. *)
Lemma is_gradient_distance c :
  0 < norm n (sub x c) ->
  is_gradient n (fun y => norm n (sub y c)) x (scale (/ norm n (sub x c)) (sub x c)).
Proof.
  intros away.
  assert (positive : 0 < dot n (sub x c) (sub x c)) by (rewrite <- norm_pow2; nra).
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_comp_line sqrt (fun y => dot n (sub y c) (sub y c))).
    + apply is_derive_Reals, derivable_pt_lim_sqrt, positive.
    + apply (is_gradient_sum n (fun i y => sub y c i * sub y c i)
        (fun i => add (scale (sub x c i) (unit i)) (scale (sub x c i) (unit i)))).
      intros i inside; apply (is_gradient_mult (fun y => sub y c i) (fun y => sub y c i));
        apply (is_gradient_ext _ (sub (unit i) (fun _ => 0)));
        try (intros j _; unfold sub; ring);
        apply (is_gradient_minus (fun y => y i) (fun _ => c i));
        auto using is_gradient_coordinate, is_gradient_const.
  - intros j inside; unfold scale at 1 2.
    rewrite (sum_ext _ _ (fun i => 2 * (unit j i * sub x c i))).
    + rewrite sum_scal; fold (dot n (unit j) (sub x c)); rewrite dot_unit_l by assumption.
      fold (norm n (sub x c)); unfold scale; field; lra.
    + intros i _; unfold add, scale, unit.
      destruct (Nat.eq_dec j i), (Nat.eq_dec i j); try congruence; ring.
Qed.

(** The derivative along a straight line. *)
Lemma is_derive_along (f : vector -> R) G v :
  is_gradient n f x G -> is_derive (fun t => f (add x (scale t v))) 0 (dot n G v).
Proof.
  intros is; apply is_derive_Reals; intros e e_pos.
  assert (size := norm_nonneg n v).
  destruct (is (e / (2 * (norm n v + 1)))) as [d [d_pos near]].
  { apply Rdiv_lt_0_compat; lra. }
  assert (c_pos : 0 < d / (norm n v + 1)) by (apply Rdiv_lt_0_compat; lra).
  exists (mkposreal _ c_pos); intros h some small; simpl in small.
  assert (h_pos : 0 < Rabs h) by now apply Rabs_pos_lt.
  assert (start : forall y : vector, f (add x (scale 0 v)) = f x -> f y - f (add x (scale 0 v))
    = f y - f x) by (intros y ->; reflexivity).
  assert (away : forall t, norm n (sub (add x (scale t v)) x) = Rabs t * norm n v).
  { intros t; rewrite <- norm_scale; apply norm_ext; intros i _; unfold sub, add, scale; ring. }
  assert (origin : f (add x (scale 0 v)) = f x).
  { assert (close := near (add x (scale 0 v))); rewrite away, Rabs_R0, Rmult_0_l in close.
    specialize (close d_pos); rewrite Rmult_0_r in close.
    assert (flat : dot n G (sub (add x (scale 0 v)) x) = 0).
    { rewrite (dot_ext n G G _ (scale 0 v)); [rewrite dot_scale_r; ring | easy |].
      intros i _; unfold sub, add, scale; ring. }
    rewrite flat in close; apply Rabs_le_between in close; lra. }
  rewrite Rplus_0_l, origin.
  assert (close := near (add x (scale h v))); rewrite away in close.
  assert (slope : dot n G (sub (add x (scale h v)) x) = h * dot n G v).
  { rewrite <- dot_scale_r; apply dot_ext; [easy |]; intros i _; unfold sub, add, scale; ring. }
  rewrite slope in close.
  replace ((f (add x (scale h v)) - f x) / h - dot n G v)
    with ((f (add x (scale h v)) - f x - h * dot n G v) / h) by (field; assumption).
  unfold Rdiv at 1; rewrite Rabs_mult, Rabs_inv.
  apply Rle_lt_trans with (e / (2 * (norm n v + 1)) * (Rabs h * norm n v) * / Rabs h).
  - apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |]; apply close.
    apply Rle_lt_trans with (Rabs h * (norm n v + 1)); [nra |].
    apply Rlt_le_trans with (d / (norm n v + 1) * (norm n v + 1)).
    + apply Rmult_lt_compat_r; lra.
    + right; field; lra.
  - replace (e / (2 * (norm n v + 1)) * (Rabs h * norm n v) * / Rabs h)
      with (e / 2 * (norm n v / (norm n v + 1))) by (field; split; lra).
    apply Rlt_le_trans with (e / 2 * 1 + e / 4); [| lra].
    assert (norm n v / (norm n v + 1) <= 1).
    { apply Rmult_le_reg_r with (norm n v + 1); [lra |]; unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l; lra. }
    nra.
Qed.

Lemma gradient_unique f G H : is_gradient n f x G -> is_gradient n f x H -> same n G H.
Proof.
  intros first second i inside.
  assert (a := is_derive_along f G (unit i) first).
  assert (b := is_derive_along f H (unit i) second).
  rewrite dot_comm, dot_unit_l in a, b by assumption.
  apply is_derive_unique in a; apply is_derive_unique in b; congruence.
Qed.

End Rules.

(** ** Jacobians *)

Section Chain.

Variables (m n : nat) (F : vector -> vector) (x : vector) (J : matrix).
Hypothesis F_is : is_jacobian m n F x J.

Lemma is_gradient_combination G :
  is_gradient m (fun y => dot n G (F y)) x (fun j => sum n (fun i => G i * J i j)).
Proof.
  apply (is_gradient_sum m x n (fun i y => G i * F y i) (fun i j => G i * J i j)).
  intros i inside; now apply (is_gradient_scal m x (G i) (fun y => F y i)), F_is.
Qed.

Lemma change_le_of_jacobian :
  exists K d, 0 < K /\ 0 < d /\ forall y, norm m (sub y x) < d ->
    norm n (sub (F y) (F x)) <= K * norm m (sub y x).
Proof.
  assert (each : exists K d, 0 < K /\ 0 < d /\ forall y, norm m (sub y x) < d ->
    sum n (fun i => Rabs (sub (F y) (F x) i)) <= K * norm m (sub y x)).
  { induction n as [| k step]; [exists 1, 1 | destruct step as [K [d [K_pos [d_pos near]]]]].
    - repeat split; try lra; intros; simpl; generalize (norm_nonneg m (sub y x)); lra.
    - intros i inside; apply F_is; lia.
    - destruct (change_le_of_gradient m x _ _ (F_is k (Nat.lt_succ_diag_r k)))
        as [c [c_pos change]].
      assert (size := norm_nonneg m (J k)).
      exists (K + (norm m (J k) + 1)), (Rmin d c).
      repeat split; [lra | now apply Rmin_glb_lt |]; intros y close.
      assert (d_min := Rmin_l d c); assert (c_min := Rmin_r d c).
      specialize (near y ltac:(lra)); specialize (change y ltac:(lra)).
      simpl; unfold sub at 2; lra. }
  destruct each as [K [d [K_pos [d_pos near]]]]; exists K, d; repeat split; auto.
  intros y close; apply Rle_trans with (1 := norm_le_sum _ _); auto.
Qed.

(** The chain rule: the gradient of f∘F is that of f times the Jacobian of F. *)
Lemma is_gradient_comp f G :
  is_gradient n f (F x) G ->
  is_gradient m (fun y => f (F y)) x (fun j => sum n (fun i => G i * J i j)).
Proof.
  intros f_is e e_pos.
  destruct change_le_of_jacobian as [K [c [K_pos [c_pos change]]]].
  destruct (f_is (e / (2 * K))) as [d [d_pos f_near]]; [apply Rdiv_lt_0_compat; lra |].
  destruct (is_gradient_combination G (e / 2)) as [k [k_pos near]]; [lra |].
  assert (w_pos : 0 < d / K) by now apply Rdiv_lt_0_compat.
  exists (Rmin c (Rmin k (d / K))); split; [repeat apply Rmin_glb_lt; assumption |].
  intros y close.
  assert (c_min := Rmin_l c (Rmin k (d / K))); assert (rest := Rmin_r c (Rmin k (d / K))).
  assert (k_min := Rmin_l k (d / K)); assert (w_min := Rmin_r k (d / K)).
  specialize (change y ltac:(lra)); specialize (near y ltac:(lra)).
  set (t := norm m (sub y x)) in *.
  assert (inside : norm n (sub (F y) (F x)) < d).
  { apply Rle_lt_trans with (1 := change).
    apply Rlt_le_trans with (K * (d / K)); [apply Rmult_lt_compat_l; lra |].
    right; field; lra. }
  specialize (f_near _ inside); rewrite dot_sub_r in f_near.
  assert (e / (2 * K) * norm n (sub (F y) (F x)) <= e / 2 * t).
  { apply Rle_trans with (e / (2 * K) * (K * t)); [| right; field; lra].
    apply Rmult_le_compat_l; [left; apply Rdiv_lt_0_compat; lra | assumption]. }
  apply Rabs_le; apply Rabs_le_between in f_near; apply Rabs_le_between in near; lra.
Qed.

End Chain.

Lemma jacobian_unique m n F x J K :
  is_jacobian m n F x J -> is_jacobian m n F x K ->
  forall i j, (i < n)%nat -> (j < m)%nat -> J i j = K i j.
Proof.
  intros first second i j row column.
  now apply (gradient_unique m x (fun y => F y i) (J i) (K i)); auto.
Qed.

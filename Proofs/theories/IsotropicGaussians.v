(** Mixtures of isotropic Gaussians in ℝⁿ, with any weights: the ratio of two, its gradient, and
    the centres that the field ∇d/d points to. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
Open Scope R_scope.

(** The density of N(m, s² I) on ℝⁿ. *)
Definition gaussian_n (n : nat) (s : R) (m x : vector) : R :=
  / (sqrt (2 * PI) * s) ^ n * exp (- dot n (sub x m) (sub x m) / (2 * s ^ 2)).

(** The mixture of N(m 0, s² I), …, N(m (N - 1), s² I) with the weights w. *)
Definition mixture_n (n N : nat) (w : nat -> R) (s : R) (m : nat -> vector) (x : vector) : R :=
  sum N (fun k => w k * gaussian_n n s (m k) x).

(** The mean of the modes, each weighted by its share of the density at x. *)
Definition local_mean (n N : nat) (w : nat -> R) (s : R) (m : nat -> vector) (x : vector) : vector
  :=
  fun j => sum N (fun k => w k * gaussian_n n s (m k) x * m k j) / mixture_n n N w s m x.

(** Weights that are not negative and do not all vanish. *)
Definition weights (N : nat) (w : nat -> R) : Prop :=
  (forall k, (k < N)%nat -> 0 <= w k) /\ 0 < sum N w.

Lemma root_pos s : 0 < s -> 0 < sqrt (2 * PI) * s.
Proof.
  intros positive; apply Rmult_lt_0_compat; auto.
  apply sqrt_lt_R0; generalize PI_RGT_0; lra.
Qed.

Lemma gaussian_n_pos n s m x : 0 < s -> 0 < gaussian_n n s m x.
Proof.
  intros positive; unfold gaussian_n; apply Rmult_lt_0_compat; [| apply exp_pos].
  now apply Rinv_0_lt_compat, pow_lt, root_pos.
Qed.

Lemma weighted_sum_pos N w (f : nat -> R) :
  weights N w -> (forall k, 0 < f k) -> 0 < sum N (fun k => w k * f k).
Proof.
  intros [nonneg positive] f_pos; induction N as [| N step]; simpl in *; [lra |].
  assert (0 <= w N) by (apply nonneg; lia); assert (0 < f N) by auto.
  assert (rest : 0 <= sum N (fun k => w k * f k)).
  { apply sum_nonneg; intros k low; apply Rmult_le_pos; [apply nonneg; lia | left; auto]. }
  destruct (Rle_lt_dec (w N) 0) as [zero | some].
  - assert (w N = 0) by lra.
    assert (0 < sum N (fun k => w k * f k)) by (apply step; [intros; apply nonneg; lia | lra]); nra.
  - nra.
Qed.

Lemma mixture_n_pos n N w s m x : weights N w -> 0 < s -> 0 < mixture_n n N w s m x.
Proof. intros; apply weighted_sum_pos; auto using gaussian_n_pos. Qed.

Lemma is_gradient_quadratic n m x :
  is_gradient n (fun y => dot n (sub y m) (sub y m)) x (scale 2 (sub x m)).
Proof.
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_sum n x n (fun i y => sub y m i * sub y m i)
      (fun i => add (scale (sub x m i) (unit i)) (scale (sub x m i) (unit i)))).
    intros i inside; apply (is_gradient_mult n x (fun y => sub y m i) (fun y => sub y m i));
      apply (is_gradient_ext _ _ _ (sub (unit i) (fun _ => 0)));
      try (intros j _; unfold sub; ring);
      apply (is_gradient_minus n x (fun y => y i) (fun _ => m i));
      auto using is_gradient_coordinate, is_gradient_const.
  - intros j inside; unfold scale at 3.
    rewrite <- (dot_unit_l n (sub x m) j) by assumption; unfold dot; rewrite <- sum_scal.
    apply sum_ext; intros i _; unfold add, scale, unit.
    destruct (Nat.eq_dec j i), (Nat.eq_dec i j); try congruence; ring.
Qed.

Lemma is_gradient_gaussian_n n s m x :
  0 < s -> is_gradient n (gaussian_n n s m) x (scale (gaussian_n n s m x / s ^ 2) (sub m x)).
Proof.
  intros positive; eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_comp_line n x
      (fun t => / (sqrt (2 * PI) * s) ^ n * exp (- t / (2 * s ^ 2)))
      (fun y => dot n (sub y m) (sub y m)) (scale 2 (sub x m))
      (gaussian_n n s m x * - / (2 * s ^ 2))); [| apply is_gradient_quadratic].
    unfold gaussian_n; auto_derive; [lra |].
    replace (s * (s * 1)) with (s ^ 2) by ring; unfold Rdiv.
    generalize (/ (sqrt (2 * PI) * s) ^ n) (exp (- dot n (sub x m) (sub x m) * / (2 * s ^ 2))).
    intros; field; lra.
  - intros j _; unfold scale, sub; field; lra.
Qed.

Lemma is_gradient_mixture_n n N w s m x :
  weights N w -> 0 < s ->
  is_gradient n (mixture_n n N w s m) x
    (scale (mixture_n n N w s m x / s ^ 2) (sub (local_mean n N w s m x) x)).
Proof.
  intros w_ok s_pos; assert (positive := mixture_n_pos n N w s m x w_ok s_pos).
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_sum n x N (fun k y => w k * gaussian_n n s (m k) y)
      (fun k => scale (w k) (scale (gaussian_n n s (m k) x / s ^ 2) (sub (m k) x)))).
    intros k _; apply (is_gradient_scal n x (w k) (gaussian_n n s (m k))).
    now apply is_gradient_gaussian_n.
  - intros j _; unfold scale at 3, sub at 2, local_mean.
    replace (mixture_n n N w s m x / s ^ 2 *
        (sum N (fun k => w k * gaussian_n n s (m k) x * m k j) / mixture_n n N w s m x - x j))
      with (/ s ^ 2 * (sum N (fun k => w k * gaussian_n n s (m k) x * m k j)
        - x j * mixture_n n N w s m x)) by (field; lra).
    unfold mixture_n; rewrite <- !sum_scal, <- sum_minus, <- sum_scal.
    apply sum_ext; intros k _; unfold scale, sub, Rdiv; ring.
Qed.

(** log r and log d of any two positive functions with gradients, d = p/(p + q) and r = p/q. *)
Section Field.

Variables (n : nat) (p q : vector -> R) (x P Q : vector).
Hypotheses (p_pos : forall y, 0 < p y) (q_pos : forall y, 0 < q y).
Hypotheses (p_is : is_gradient n p x P) (q_is : is_gradient n q x Q).

Let score := sub (scale (/ p x) P) (scale (/ q x) Q).

Lemma is_gradient_ln (f : vector -> R) F :
  (forall y, 0 < f y) -> is_gradient n f x F ->
  is_gradient n (fun y => ln (f y)) x (scale (/ f x) F).
Proof.
  intros positive f_is; apply (is_gradient_comp_line n x ln f); [| assumption].
  now apply is_derive_Reals, derivable_pt_lim_ln.
Qed.

Lemma is_gradient_log_ratio : is_gradient n (fun y => ln (p y / q y)) x score.
Proof.
  apply (is_gradient_of_near n x (fun y => ln (p y) - ln (q y)) _ _ 1); [lra | |].
  - intros y _; unfold Rdiv; rewrite ln_mult, ln_Rinv; auto; now apply Rinv_0_lt_compat.
  - apply (is_gradient_minus n x (fun y => ln (p y)) (fun y => ln (q y)));
      now apply is_gradient_ln.
Qed.

Lemma is_gradient_log_discriminator :
  is_gradient n (fun y => ln (p y / (p y + q y))) x (scale (/ (1 + p x / q x)) score).
Proof.
  assert (sum_pos : forall y, 0 < p y + q y) by (intros y; generalize (p_pos y) (q_pos y); lra).
  assert (p_x := p_pos x); assert (q_x := q_pos x).
  apply (is_gradient_of_near n x (fun y => ln (p y) - ln (p y + q y)) _ _ 1); [lra | |].
  - intros y _; unfold Rdiv; rewrite ln_mult, ln_Rinv; auto; now apply Rinv_0_lt_compat.
  - eapply is_gradient_ext; cycle 1.
    + apply (is_gradient_minus n x (fun y => ln (p y)) (fun y => ln (p y + q y)));
        apply is_gradient_ln; [assumption | eassumption | assumption |].
      apply is_gradient_plus; eassumption.
    + intros j _; unfold score, sub, scale, add; field; lra.
Qed.

End Field.

(** * Two mixtures *)

Lemma field_of_mixtures n N w s m N' w' t m' x :
  weights N w -> weights N' w' -> 0 < s -> 0 < t ->
  let p := mixture_n n N w s m in
  let q := mixture_n n N' w' t m' in
  let pull j := (local_mean n N w s m x j - x j) / s ^ 2
                - (local_mean n N' w' t m' x j - x j) / t ^ 2 in
  is_gradient n (fun y => ln (p y / q y)) x pull
  /\ is_gradient n (fun y => ln (p y / (p y + q y))) x (scale (/ (1 + p x / q x)) pull).
Proof.
  intros w_ok w_ok' s_pos t_pos p q pull.
  assert (p_pos : forall y, 0 < p y) by (intros; now apply mixture_n_pos).
  assert (q_pos : forall y, 0 < q y) by (intros; now apply mixture_n_pos).
  assert (p_is := is_gradient_mixture_n n N w s m x w_ok s_pos).
  assert (q_is := is_gradient_mixture_n n N' w' t m' x w_ok' t_pos).
  assert (equal : forall j, sub (scale (/ p x) (scale (p x / s ^ 2) (sub (local_mean n N w s m x)
    x)))
      (scale (/ q x) (scale (q x / t ^ 2) (sub (local_mean n N' w' t m' x) x))) j = pull j).
  { intros j; unfold pull, sub, scale; generalize (p_pos x) (q_pos x); intros; field; lra. }
  split; eapply is_gradient_ext; [| eapply is_gradient_log_ratio | |
    eapply is_gradient_log_discriminator]; try eassumption; intros j _;
    [apply equal | exact (f_equal (Rmult _) (equal j))].
Qed.

Lemma combination_ext n a b a' b' f g f' g' :
  (forall i : nat, a * f i + b * g i = a' * f' i + b' * g' i) ->
  a * sum n f + b * sum n g = a' * sum n f' + b' * sum n g'.
Proof.
  intros each; rewrite <- !sum_scal, <- !sum_plus; apply sum_ext; intros; apply each.
Qed.

(** * A mixture against one Gaussian N(c, t² I) *)

(** The point at which the pull of the mode m vanishes. *)
Definition attracting_centre (s t : R) (c m : vector) : vector :=
  fun j => m j + (m j - c j) * s ^ 2 / (t ^ 2 - s ^ 2).

(** The ratio of N(m, s² I) to N(c, t² I) as a completed square. *)
Definition bump_n (n : nat) (s t : R) (c m x : vector) : R :=
  (t / s) ^ n * exp (- (/ s ^ 2 - / t ^ 2) / 2
      * dot n (sub x (attracting_centre s t c m)) (sub x (attracting_centre s t c m))
    + dot n (sub m c) (sub m c) / (2 * (t ^ 2 - s ^ 2))).

Section OneGaussian.

Variables (n N : nat) (w : nat -> R) (s t : R) (m : nat -> vector) (c : vector).
Hypotheses (w_ok : weights N w) (s_pos : 0 < s) (t_pos : 0 < t) (differ : s <> t).

Let p := mixture_n n N w s m.
Let q := gaussian_n n t c.
Let centre k := attracting_centre s t c (m k).
Let strength := / s ^ 2 - / t ^ 2.
Let term k x := w k * bump_n n s t c (m k) x.

Lemma squares_differ : t ^ 2 - s ^ 2 <> 0.
Proof. intros equal; apply differ; nra. Qed.

Lemma gaussian_n_ratio u x : gaussian_n n s u x / gaussian_n n t c x = bump_n n s t c u x.
Proof.
  assert (apart := squares_differ); unfold gaussian_n, bump_n.
  set (a := attracting_centre s t c u).
  assert (exponent : - (/ s ^ 2 - / t ^ 2) / 2 * dot n (sub x a) (sub x a)
      + / (2 * (t ^ 2 - s ^ 2)) * dot n (sub u c) (sub u c)
      = - / (2 * s ^ 2) * dot n (sub x u) (sub x u) + / (2 * t ^ 2) * dot n (sub x c) (sub x c)).
  { apply combination_ext; intros i; unfold a, attracting_centre, sub; field; lra. }
  replace (- (/ s ^ 2 - / t ^ 2) / 2 * dot n (sub x a) (sub x a)
      + dot n (sub u c) (sub u c) / (2 * (t ^ 2 - s ^ 2)))
    with (- dot n (sub x u) (sub x u) / (2 * s ^ 2)
      + - (- dot n (sub x c) (sub x c) / (2 * t ^ 2))).
  2: { transitivity (- / (2 * s ^ 2) * dot n (sub x u) (sub x u)
         + / (2 * t ^ 2) * dot n (sub x c) (sub x c)); [field; lra |].
       rewrite <- exponent; field; lra. }
  rewrite exp_plus, exp_Ropp, !Rpow_mult_distr.
  assert (root : 0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  replace ((t / s) ^ n) with (t ^ n * / s ^ n)
    by (unfold Rdiv; rewrite Rpow_mult_distr, pow_inv; reflexivity).
  assert (0 < sqrt (2 * PI) ^ n) by now apply pow_lt.
  assert (0 < s ^ n) by now apply pow_lt.
  assert (0 < t ^ n) by now apply pow_lt.
  generalize (exp_pos (- dot n (sub x c) (sub x c) / (2 * t ^ 2))); intros; field; lra.
Qed.

Lemma ratio_closed x : p x / q x = sum N (fun k => term k x).
Proof.
  assert (q_x := gaussian_n_pos n t c x t_pos); unfold p, mixture_n, q, Rdiv.
  rewrite Rmult_comm, <- sum_scal; apply sum_ext; intros k _; unfold term.
  rewrite <- gaussian_n_ratio; unfold Rdiv; ring.
Qed.

Lemma is_gradient_bump_n u x :
  is_gradient n (bump_n n s t c u) x
    (scale (strength * bump_n n s t c u x) (sub (attracting_centre s t c u) x)).
Proof.
  assert (apart := squares_differ); set (a := attracting_centre s t c u).
  pose (rest := dot n (sub u c) (sub u c) / (2 * (t ^ 2 - s ^ 2))).
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_comp_line n x
      (fun y => (t / s) ^ n * exp (- strength / 2 * y + rest))
      (fun y => dot n (sub y a) (sub y a)) (scale 2 (sub x a))
      (- strength / 2 * bump_n n s t c u x)); [| apply is_gradient_quadratic].
    unfold bump_n; fold a strength rest; auto_derive; [exact I | ring].
  - intros j _; unfold scale, sub; field.
Qed.

Lemma is_gradient_ratio x :
  is_gradient n (fun y => p y / q y) x
    (fun j => strength * sum N (fun k => term k x * (centre k j - x j))).
Proof.
  apply (is_gradient_of_near n x (fun y => sum N (fun k => term k y)) _ _ 1);
    [lra | intros; now rewrite ratio_closed |].
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_sum n x N term
      (fun k => scale (w k) (scale (strength * bump_n n s t c (m k) x) (sub (centre k) x)))).
    intros k _; apply is_gradient_scal, is_gradient_bump_n.
  - intros j _; rewrite <- sum_scal; apply sum_ext; intros k _.
    unfold term, scale, sub; ring.
Qed.

Lemma bump_n_pos u x : 0 < bump_n n s t c u x.
Proof.
  apply Rmult_lt_0_compat; [apply pow_lt, Rdiv_lt_0_compat; assumption | apply exp_pos].
Qed.

Lemma ratio_pos x : 0 < p x / q x.
Proof.
  apply Rdiv_lt_0_compat; [now apply mixture_n_pos | now apply gaussian_n_pos].
Qed.

(** The mean of the modes' centres, weighted by their terms of the ratio. *)
Definition mean_centre (x : vector) : vector :=
  fun j => sum N (fun k => term k x * centre k j) / sum N (fun k => term k x).

Lemma is_gradient_field x :
  is_gradient n (fun y => ln (p y / (p y + q y))) x
    (scale (strength / (1 + p x / q x)) (sub (mean_centre x) x)).
Proof.
  assert (r_pos := ratio_pos); assert (r_x := r_pos x).
  apply (is_gradient_of_near n x (fun y => ln (p y / q y / (p y / q y + 1))) _ _ 1); [lra | |].
  - intros y _; f_equal; assert (0 < p y) by now apply mixture_n_pos.
    assert (0 < q y) by now apply gaussian_n_pos.
    field; lra.
  - assert (field_is := is_gradient_log_discriminator n (fun y => p y / q y) (fun _ => 1) x _ _
      r_pos (fun _ => Rlt_0_1) (is_gradient_ratio x) (is_gradient_const n x 1)).
    refine (is_gradient_ext n x _ _ _ _ field_is); intros j _; unfold scale, sub, mean_centre.
    rewrite ratio_closed in r_x |- *.
    rewrite (sum_ext N (fun k => term k x * (centre k j - x j))
      (fun k => term k x * centre k j - x j * term k x)) by (intros; ring).
    rewrite sum_minus, sum_scal; field; lra.
Qed.

End OneGaussian.

Lemma field_of_mixture_against_gaussian n N w s t m c x :
  weights N w -> 0 < s -> 0 < t -> s <> t ->
  let p := mixture_n n N w s m in
  let q := gaussian_n n t c in
  let strength := / s ^ 2 - / t ^ 2 in
  let centre k := attracting_centre s t c (m k) in
  let term k y := w k * bump_n n s t c (m k) y in
  (forall y, p y / q y = sum N (fun k => term k y))
  /\ is_gradient n (fun y => p y / q y) x
       (fun j => strength * sum N (fun k => term k x * (centre k j - x j)))
  /\ is_gradient n (fun y => ln (p y / (p y + q y))) x
       (scale (strength / (1 + p x / q x))
          (fun j => sum N (fun k => term k x * centre k j) / sum N (fun k => term k x) - x j)).
Proof.
  intros w_ok s_pos t_pos differ p q strength centre term; split; [| split].
  - intros y; now apply ratio_closed.
  - now apply is_gradient_ratio.
  - now apply is_gradient_field.
Qed.

(** One mode against one Gaussian, against a flat density, and the sphere on the diameter from the
    mode to its centre: inside of it, and nowhere else, the pull leads away from the mode. *)
Lemma pull_of_one_mode n s t m c x :
  0 < s < t ->
  let A := attracting_centre s t c m in
  is_gradient n (fun y => ln (gaussian_n n s m y / gaussian_n n t c y)) x
    (scale (/ s ^ 2 - / t ^ 2) (sub A x))
  /\ 0 < / s ^ 2 - / t ^ 2
  /\ (forall k, 0 < k ->
      is_gradient n (fun y => ln (gaussian_n n s m y / k)) x (scale (/ s ^ 2) (sub m x)))
  /\ (forall j, A j = m j <-> m j = c j)
  /\ (dot n (scale (/ s ^ 2 - / t ^ 2) (sub A x)) (sub m x) < 0
      <-> norm n (sub x (scale (1 / 2) (add A m))) < norm n (sub A m) / 2).
Proof.
  intros order A.
  assert (s_pos : forall y, 0 < gaussian_n n s m y) by (intros; apply gaussian_n_pos; lra).
  assert (t_pos : forall y, 0 < gaussian_n n t c y) by (intros; apply gaussian_n_pos; lra).
  assert (squares : 0 < s ^ 2 < t ^ 2) by nra.
  assert (strength : 0 < / s ^ 2 - / t ^ 2).
  { assert (/ t ^ 2 < / s ^ 2) by (apply Rinv_lt_contravar; nra); lra. }
  split; [| split; [assumption | split; [| split]]].
  - eapply is_gradient_ext; cycle 1.
    + apply is_gradient_log_ratio; [apply s_pos | apply t_pos | |]; apply is_gradient_gaussian_n;
      lra.
    + intros j _; unfold A, attracting_centre, sub, scale; generalize (s_pos x) (t_pos x); intros.
      field; repeat split; try lra; nra.
  - intros k k_pos; eapply is_gradient_ext; cycle 1.
    + apply (is_gradient_log_ratio n (gaussian_n n s m) (fun _ => k)); [apply s_pos | auto | |].
      * apply is_gradient_gaussian_n; lra.
      * apply is_gradient_const.
    + intros j _; unfold sub, scale; generalize (s_pos x); intros; field; repeat split; lra.
  - intros j; unfold A, attracting_centre; split; intros equal; [| rewrite equal; field; nra].
    assert (zero : (m j - c j) * s ^ 2 / (t ^ 2 - s ^ 2) = 0) by lra.
    apply Rminus_diag_uniq; transitivity
      ((m j - c j) * s ^ 2 / (t ^ 2 - s ^ 2) * ((t ^ 2 - s ^ 2) / s ^ 2)); [field; nra |].
    rewrite zero; ring.
  - assert (thales : dot n (sub A x) (sub m x)
      = norm n (sub x (scale (1 / 2) (add A m))) ^ 2 - (norm n (sub A m) / 2) ^ 2).
    { replace ((norm n (sub A m) / 2) ^ 2) with (/ 4 * norm n (sub A m) ^ 2) by field.
      rewrite !norm_pow2; unfold dot; rewrite <- sum_scal, <- sum_minus; apply sum_ext.
      intros j _; unfold sub, scale, add; field. }
    rewrite dot_scale_l, thales.
    assert (a := norm_nonneg n (sub x (scale (1 / 2) (add A m)))).
    assert (b := norm_nonneg n (sub A m)).
    set (u := norm n (sub x (scale (1 / 2) (add A m)))) in *; set (v := norm n (sub A m) / 2).
    assert (0 <= v) by (unfold v; lra); replace (u ^ 2 - v ^ 2) with ((u + v) * (u - v)) by ring.
    split; intros less.
    + apply Rnot_le_lt; intros more; apply Rlt_not_le in less; apply less.
      apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra].
    + assert (positive : 0 < (/ s ^ 2 - / t ^ 2) * ((u + v) * (v - u)))
        by (repeat apply Rmult_lt_0_compat; lra); lra.
Qed.

(** The density p_g for which the discriminator of Assumption 4.1 would be optimal, on the line. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.IntegerIntervals Densities OptimalDiscriminator.
Open Scope R_scope.

(** p_g from p_data where d = 1/2 - r/(8s). *)
Definition implied (s p r : R) : R := p * ((4 * s + r) / (4 * s - r)).

Lemma implied_of_optimal s p q r :
  0 < p -> 0 < p + q -> 0 <= r < 4 * s ->
  (optimal p q = 1 / 2 - r / (8 * s) <-> q = implied s p r).
Proof.
  intros p_pos total inside; unfold optimal, implied; split; intros equal.
  - assert (product : p = (p + q) * (1 / 2 - r / (8 * s))) by (rewrite <- equal; field; lra).
    replace (1 / 2 - r / (8 * s)) with ((4 * s - r) / (8 * s)) in product by (field; lra).
    apply Rmult_eq_reg_r with ((4 * s - r) / (8 * s));
      [| apply Rgt_not_eq, Rdiv_lt_0_compat; lra].
    transitivity (p - p * ((4 * s - r) / (8 * s))); [lra | field; lra].
  - rewrite equal; field; split; [lra | split; [lra |]].
    replace (p * (4 * s - r) + p * (4 * s + r)) with (p * (8 * s)) by ring.
    apply Rgt_not_eq, Rmult_lt_0_compat; lra.
Qed.

Section Mass.

Variable s : R.
Hypothesis spread : 0 < s.

Let density x := implied s (gaussian1 0 s x) (Rabs x).
Let least := gaussian1 0 s (4 * s).

Lemma least_pos : 0 < least.
Proof. now apply gaussian1_pos. Qed.

Lemma continuous_density x : Rabs x < 4 * s -> continuous density x.
Proof.
  intros inside; unfold density, implied, gaussian1.
  assert (root : sqrt (2 * PI) <> 0).
  { apply Rgt_not_eq, sqrt_lt_R0; generalize PI_RGT_0; lra. }
  apply @continuous_mult; [| apply @continuous_mult].
  - apply (ex_derive_continuous
      (fun x => / (sqrt (2 * PI) * s) * exp (- (x - 0) ^ 2 / (2 * s ^ 2)))).
    auto_derive; lra.
  - apply @continuous_plus; [apply continuous_const | apply continuous_Rabs].
  - apply (continuous_comp (fun x => 4 * s - Rabs x) Rinv).
    + apply (@continuous_minus _ R_AbsRing R_NormedModule);
        [apply continuous_const | apply continuous_Rabs].
    + apply continuous_Rinv; lra.
Qed.

Lemma density_ge x : 0 <= x < 4 * s -> 4 * s * least / (4 * s - x) <= density x.
Proof.
  intros inside; unfold density, implied; rewrite Rabs_pos_eq by lra.
  assert (positive := least_pos).
  assert (order : least <= gaussian1 0 s x).
  { unfold least, gaussian1; apply Rmult_le_compat_l.
    - left; apply Rinv_0_lt_compat, Rmult_lt_0_compat; [| assumption].
      apply sqrt_lt_R0; generalize PI_RGT_0; lra.
    - assert (x ^ 2 <= (4 * s) ^ 2) by (apply pow_incr; lra).
      assert (inverse : 0 < / (2 * s ^ 2)) by (apply Rinv_0_lt_compat; nra).
      assert (exponents : - (4 * s - 0) ^ 2 / (2 * s ^ 2) <= - (x - 0) ^ 2 / (2 * s ^ 2)).
      { unfold Rdiv; apply Rmult_le_compat_r; [lra |].
        rewrite !Rminus_0_r; lra. }
      destruct exponents as [less | equal]; [left; now apply exp_increasing | right; now f_equal]. }
  replace (4 * s * least / (4 * s - x)) with (least * (4 * s / (4 * s - x))) by (field; lra).
  assert (0 < / (4 * s - x)) by (apply Rinv_0_lt_compat; lra).
  apply Rmult_le_compat; [lra | apply Rmult_le_pos; lra | assumption |].
  apply Rmult_le_compat_r; lra.
Qed.

Lemma density_nonneg x : Rabs x < 4 * s -> 0 <= density x.
Proof.
  intros inside; assert (size := Rabs_pos x); unfold density, implied.
  apply Rmult_le_pos; [left; now apply gaussian1_pos |].
  left; apply Rdiv_lt_0_compat; lra.
Qed.

Lemma continuous_between a b x :
  - (4 * s) < a -> b < 4 * s -> a <= x <= b -> continuous density x.
Proof. intros low high between; apply continuous_density, Rabs_def1; lra. Qed.

Lemma ex_RInt_density a b : - (4 * s) < a -> a <= b -> b < 4 * s -> ex_RInt density a b.
Proof.
  intros low order high; apply @ex_RInt_continuous; intros x between.
  rewrite Rmin_left, Rmax_right in between by assumption.
  now apply (continuous_between a b).
Qed.

Lemma is_RInt_bound a :
  0 <= a < 4 * s ->
  is_RInt (fun x => 4 * s * least / (4 * s - x)) 0 a (4 * s * least * ln (4 * s / (4 * s - a))).
Proof.
  intros inside; evar_last.
  - apply (is_RInt_derive (fun x => - (4 * s * least * ln (4 * s - x)))).
    + intros x between; rewrite Rmin_left, Rmax_right in between by lra.
      auto_derive; [lra | field; lra].
    + intros x between; rewrite Rmin_left, Rmax_right in between by lra.
      apply (ex_derive_continuous (fun x => 4 * s * least / (4 * s - x))); auto_derive; lra.
  - unfold minus, plus, opp; simpl; unfold Rdiv; rewrite ln_mult, ln_Rinv
      by (try apply Rinv_0_lt_compat; lra).
    rewrite Rminus_0_r; ring.
Qed.

Lemma implied_mass_ge a :
  0 < a < 4 * s -> 4 * s * least * ln (4 * s / (4 * s - a)) <= RInt density (- a) a.
Proof.
  intros inside.
  assert (bound := is_RInt_bound a ltac:(lra)).
  rewrite <- (is_RInt_unique _ _ _ _ bound).
  apply Rle_trans with (RInt density 0 a).
  - apply RInt_le; [lra | eexists; exact bound | apply ex_RInt_density; lra |].
    intros x between; apply density_ge; lra.
  - rewrite <- (RInt_Chasles density (- a) 0 a) by (apply ex_RInt_density; lra).
    assert (0 <= RInt density (- a) 0); [| unfold plus; simpl; lra].
    apply RInt_ge_0; [lra | apply ex_RInt_density; lra |].
    intros x between; apply density_nonneg, Rabs_def1; lra.
Qed.

(** On balls whose radius tends to 4s the implied mass exceeds every bound. *)
Lemma implied_mass_unbounded B : exists a, 0 < a < 4 * s /\ B < RInt density (- a) a.
Proof.
  assert (positive := least_pos).
  set (k := Rmax B 0 / (4 * s * least) + 1).
  assert (B_le := Rmax_l B 0); assert (nonneg := Rmax_r B 0).
  assert (factor : 0 < 4 * s * least) by (apply Rmult_lt_0_compat; lra).
  assert (k_pos : 0 < k).
  { unfold k; assert (0 <= Rmax B 0 / (4 * s * least)); [| lra].
    apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat]. }
  assert (e_pos : 0 < exp (- k)) by apply exp_pos.
  assert (e_lt : exp (- k) < 1) by (rewrite <- exp_0; apply exp_increasing; lra).
  exists (4 * s * (1 - exp (- k))); split; [split; nra |].
  refine (Rlt_le_trans _ _ _ _ (implied_mass_ge (4 * s * (1 - exp (- k))) _)); [| split; nra].
  replace (4 * s / (4 * s - 4 * s * (1 - exp (- k)))) with (exp k).
  - rewrite ln_exp; replace (4 * s * least * k) with (Rmax B 0 + 4 * s * least); [lra |].
    unfold k; field; split; [apply Rgt_not_eq, least_pos | lra].
  - assert (inverse : exp k = / exp (- k)) by (rewrite <- exp_Ropp; f_equal; ring).
    rewrite inverse; field; split; nra.
Qed.

End Mass.

Lemma implied_mass_unbounded_on_line s :
  0 < s -> forall B, exists a, 0 < a < 4 * s
  /\ B < RInt (fun x => implied s (gaussian1 0 s x) (Rabs x)) (- a) a.
Proof. intros; now apply implied_mass_unbounded. Qed.

(** One mode on the line, at 0. *)
Lemma linear_optimal_false :
  ~ forall (s : R) (q : R -> R),
    0 < s -> (forall x, 0 <= q x) ->
    (forall x, Rabs x < 4 * s -> optimal (gaussian1 0 s x) (q x) = 1 / 2 - Rabs x / (8 * s)) ->
    forall a, 0 < a < 4 * s -> RInt q (- a) a <= 1.
Proof.
  intros printed; destruct (implied_mass_unbounded 1 Rlt_0_1 1) as [a [inside more]].
  set (q x := if Rlt_dec (Rabs x) (4 * 1) then implied 1 (gaussian1 0 1 x) (Rabs x) else 0).
  assert (inner : forall x, Rabs x < 4 * 1 -> q x = implied 1 (gaussian1 0 1 x) (Rabs x)).
  { intros x close; unfold q; destruct (Rlt_dec (Rabs x) (4 * 1)); [reflexivity | contradiction]. }
  assert (nonneg : forall x, 0 <= q x).
  { intros x; unfold q; destruct (Rlt_dec (Rabs x) (4 * 1)); [| lra].
    now apply density_nonneg; [lra |]. }
  assert (RInt q (- a) a <= 1).
  { apply (printed 1 q Rlt_0_1 nonneg); [| assumption]; intros x close.
    assert (p_pos := gaussian1_pos 0 1 x Rlt_0_1).
    apply implied_of_optimal; [assumption | specialize (nonneg x); lra | | now apply inner].
    split; [apply Rabs_pos | assumption]. }
  rewrite (RInt_ext q (fun x => implied 1 (gaussian1 0 1 x) (Rabs x))) in H; [lra |].
  intros x between; rewrite Rmin_left, Rmax_right in between by lra.
  apply inner, Rabs_def1; lra.
Qed.

(** ** The ball of radius σ, where the implied mass is below 1 *)

(** The density of the length of N(0, I) in one, two and three dimensions. *)
Definition length_density_1 (r : R) : R := sqrt (2 / PI) * exp (- r ^ 2 / 2).
Definition length_density_2 (r : R) : R := r * exp (- r ^ 2 / 2).
Definition length_density_3 (r : R) : R := sqrt (2 / PI) * r ^ 2 * exp (- r ^ 2 / 2).

Lemma implied_mass_lt_1 :
  RInt (fun r => implied 1 (length_density_1 r) r) 0 1 < 1
  /\ RInt (fun r => implied 1 (length_density_2 r) r) 0 1 < 1
  /\ RInt (fun r => implied 1 (length_density_3 r) r) 0 1 < 1.
Proof.
  unfold implied, length_density_1, length_density_2, length_density_3.
  repeat split; apply Rle_lt_trans with 0.99; try lra; integral with (i_prec 30).
Qed.

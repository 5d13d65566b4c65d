(** Appendix G: the duality gap, the losses of the two players, and opposed trends. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Convexity Missing.IntegerIntervals.
From Steepness Require Import Divergences.
Open Scope R_scope.

(** The vanilla game's F(q, d) on n points, p the data. *)
Definition game (n : nat) (p q d : nat -> R) : R :=
  sum n (fun i => p i * ln (d i)) + sum n (fun i => q i * ln (1 - d i)).

(** Any distribution, points without mass included. *)
Definition shares (n : nat) (q : nat -> R) : Prop :=
  (forall i, (i < n)%nat -> 0 <= q i) /\ sum n q = 1.

Definition proper (n : nat) (d : nat -> R) : Prop := forall i, (i < n)%nat -> 0 < d i < 1.

(** max F(q, ·) - min F(·, d) ≤ G. Where d is 1 at a point min F(·, d) is -∞, and no G will do. *)
Definition gap_at_most (n : nat) (p q d : nat -> R) (G : R) : Prop :=
  proper n d
  /\ forall e g, proper n e -> shares n g -> game n p q e - game n p g d <= G.

(** Twice the Jensen–Shannon divergence of p and q. *)
Definition twice_jensen_shannon (n : nat) (p q : nat -> R) : R :=
  sum n (fun i => p i * ln (2 * p i / (p i + q i)) + q i * ln (2 * q i / (p i + q i))).

Lemma shares_of_distribution n p : distribution n p -> shares n p.
Proof. intros [positive one]; split; [intros i low; left; auto | assumption]. Qed.

Lemma gap_nonneg n p q d G : shares n q -> gap_at_most n p q d G -> 0 <= G.
Proof. intros q_is [proper_d bound]; specialize (bound d q proper_d q_is); lra. Qed.

(** Against p itself no d does better than -2 log 2. *)
Lemma game_against_data n p d : shares n p -> proper n d -> game n p p d <= - (2 * ln 2).
Proof.
  intros [p_nonneg p_one] inside; unfold game; rewrite <- sum_plus.
  apply Rle_trans with (sum n (fun i => - (2 * ln 2) * p i)); [| rewrite sum_scal, p_one; lra].
  apply sum_le; intros i low; specialize (p_nonneg i low); specialize (inside i low).
  assert (product : ln (d i) + ln (1 - d i) <= - (2 * ln 2)).
  { rewrite <- ln_mult by lra; replace (2 * ln 2) with (ln 4).
    - rewrite <- ln_Rinv by lra; apply ln_le; [nra |].
      assert (0 <= (d i - 1 / 2) ^ 2) by apply pow2_ge_0; lra.
    - replace 4 with (2 * 2) by ring; rewrite ln_mult by lra; ring. }
  nra.
Qed.

(** The best discriminator against q, or nearly: where q has no mass the best value is 1. *)
Definition nearly_best (p q : nat -> R) (e : R) (i : nat) : R :=
  if Req_EM_T (q i) 0 then 1 - e else p i / (p i + q i).

Section JensenShannon.

Variables (n : nat) (p q : nat -> R).
Hypotheses (p_is : distribution n p) (q_is : shares n q).

Let term i := p i * ln (2 * p i / (p i + q i)) + q i * ln (2 * q i / (p i + q i)).

Lemma proper_nearly_best e : 0 < e < 1 -> proper n (nearly_best p q e).
Proof.
  intros small i low; assert (p_pos := proj1 p_is i low); assert (q_nonneg := proj1 q_is i low).
  unfold nearly_best; destruct (Req_EM_T (q i) 0) as [none | some]; [lra |].
  split; [apply Rdiv_lt_0_compat; lra |]; apply Rmult_lt_reg_r with (p i + q i); [lra |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma nearly_best_value e :
  0 < e < 1 ->
  twice_jensen_shannon n p q - 2 * ln 2 + ln (1 - e) <= game n p q (nearly_best p q e).
Proof.
  intros small; unfold game, twice_jensen_shannon; fold term; rewrite <- sum_plus.
  assert (negative : ln (1 - e) <= 0) by (rewrite <- ln_1; apply ln_le; lra).
  apply Rle_trans with (sum n (fun i => (term i - ln 2 * (p i + q i)) + ln (1 - e) * p i)).
  - right; rewrite sum_plus, sum_minus, !sum_scal, (sum_plus n p q).
    change (sum n (fun i => p i)) with (sum n p).
    change (sum n (fun i => term i)) with (sum n term).
    rewrite (proj2 p_is), (proj2 q_is); ring.
  - apply sum_le; intros i low.
    assert (p_pos := proj1 p_is i low); assert (q_nonneg := proj1 q_is i low).
    unfold nearly_best, term; destruct (Req_EM_T (q i) 0) as [none | some].
    + rewrite none; replace (2 * p i / (p i + 0)) with 2 by (field; lra); lra.
    + assert (0 < p i / (p i + q i)) by (apply Rdiv_lt_0_compat; lra).
      assert (0 < q i / (p i + q i)) by (apply Rdiv_lt_0_compat; lra).
      replace (1 - p i / (p i + q i)) with (q i / (p i + q i)) by (field; lra).
      replace (2 * p i / (p i + q i)) with (2 * (p i / (p i + q i))) by (field; lra).
      replace (2 * q i / (p i + q i)) with (2 * (q i / (p i + q i))) by (field; lra).
      rewrite !ln_mult by lra; nra.
Qed.

Lemma jensen_shannon_le_gap d G : gap_at_most n p q d G -> twice_jensen_shannon n p q <= G.
Proof.
  intros [proper_d bound]; assert (p_shares := shares_of_distribution n p p_is).
  assert (data := game_against_data n p d p_shares proper_d).
  assert (near : forall e, 0 < e < 1 -> twice_jensen_shannon n p q + ln (1 - e) <= G).
  { intros e small; specialize (bound _ p (proper_nearly_best e small) p_shares).
    assert (value := nearly_best_value e small); lra. }
  apply Rnot_lt_le; intros more; set (gap := twice_jensen_shannon n p q - G).
  assert (half : 0 < exp (- (gap / 2)) < 1).
  { split; [apply exp_pos | rewrite <- exp_0; apply exp_increasing; unfold gap; lra]. }
  specialize (near (1 - exp (- (gap / 2))) ltac:(lra)).
  replace (1 - (1 - exp (- (gap / 2)))) with (exp (- (gap / 2))) in near by ring.
  rewrite ln_exp in near; unfold gap in near; lra.
Qed.

Lemma term_pos i : (i < n)%nat -> 0 <= term i /\ (p i <> q i -> 0 < term i).
Proof.
  intros low; assert (p_pos := proj1 p_is i low); assert (q_nonneg := proj1 q_is i low).
  unfold term; destruct (Req_dec (q i) 0) as [none | some].
  - rewrite none; replace (2 * p i / (p i + 0)) with 2 by (field; lra).
    assert (two := ln_2_bounds); split; intros; nra.
  - set (x := (p i + q i) / (2 * p i)); set (y := (p i + q i) / (2 * q i)).
    assert (x_pos : 0 < x) by (apply Rdiv_lt_0_compat; lra).
    assert (y_pos : 0 < y) by (apply Rdiv_lt_0_compat; lra).
    replace (2 * p i / (p i + q i)) with (/ x) by (unfold x; field; lra).
    replace (2 * q i / (p i + q i)) with (/ y) by (unfold y; field; lra).
    rewrite !ln_Rinv by assumption.
    assert (balance : p i * (x - 1) + q i * (y - 1) = 0) by (unfold x, y; field; lra).
    assert (x_bound := ln_le_minus_1 x x_pos); assert (y_bound := ln_le_minus_1 y y_pos).
    split; [nra |]; intros differ.
    assert (x_other : x <> 1).
    { intros one; apply differ; unfold x in one.
      apply Rmult_eq_compat_r with (r := 2 * p i) in one.
      replace ((p i + q i) / (2 * p i) * (2 * p i)) with (p i + q i) in one by (field; lra); lra. }
    assert (strict := ln_lt_minus_1 x x_pos x_other); nra.
Qed.

Lemma jensen_shannon_pos :
  (exists i, (i < n)%nat /\ p i <> q i) -> 0 < twice_jensen_shannon n p q.
Proof.
  intros [k [low other]]; apply Rlt_le_trans with (term k); [now apply term_pos |].
  apply (term_le_sum n term k); [| assumption]; intros i i_low; now apply term_pos.
Qed.

End JensenShannon.

(** Ten modes of equal mass, of which p_g covers the first. *)
Definition tenth : nat -> R := fun _ => 1 / 10.
Definition first_only : nat -> R := fun i => match i with O => 1 | _ => 0 end.

Lemma jensen_shannon_of_one_of_ten : 1.05 <= twice_jensen_shannon 10 tenth first_only.
Proof.
  unfold twice_jensen_shannon, tenth, first_only; cbn [sum]; rewrite !Rmult_0_l, !Rplus_0_r.
  interval with (i_prec 60).
Qed.

Lemma gap_exceeds_divergence :
  (forall n p q d G, distribution n p -> shares n q -> gap_at_most n p q d G ->
   twice_jensen_shannon n p q <= G
   /\ ((exists i, (i < n)%nat /\ p i <> q i) -> 0 < twice_jensen_shannon n p q))
  /\ 1.05 <= twice_jensen_shannon 10 tenth first_only.
Proof.
  split; [| apply jensen_shannon_of_one_of_ten]; intros n p q d G p_is q_is gap; split.
  - now apply (jensen_shannon_le_gap n p q p_is q_is d).
  - now apply jensen_shannon_pos.
Qed.

(** Two modes of equal mass, of which p_g covers the first. *)
Lemma gap_after_collapse_false d :
  ~ gap_at_most 2 (two_points (1 / 2) (1 / 2)) (two_points 1 0) d (1 / 10).
Proof.
  intros [proper_d bound].
  set (p := two_points (1 / 2) (1 / 2)) in *; set (e := two_points (1 / 3) (99 / 100)).
  assert (p_shares : shares 2 p).
  { split; [intros [| [| i]] low; unfold p; simpl; lra || lia | unfold p; simpl; lra]. }
  assert (proper_e : proper 2 e).
  { intros [| [| i]] low; unfold e; simpl; lra || lia. }
  specialize (bound e p proper_e p_shares).
  assert (data := game_against_data 2 p d p_shares proper_d).
  assert (value : game 2 p (two_points 1 0) e
    = 1 / 2 * (ln (1 / 3) + ln (99 / 100) + (ln (2 / 3) + ln (2 / 3)))).
  { unfold game, p, e; simpl; replace (1 - 1 / 3) with (2 / 3) by field; field. }
  assert (product : ln (1 / 3) + ln (99 / 100) + (ln (2 / 3) + ln (2 / 3)) + 4 * ln 2
    = ln (176 / 75)).
  { replace (4 * ln 2) with (ln 16).
    - rewrite <- !ln_mult by lra; f_equal; field.
    - replace 16 with ((2 * 2) * (2 * 2)) by ring; rewrite !ln_mult by lra; ring. }
  assert (large := ln_ge_1_minus_inv (176 / 75) ltac:(lra)).
  replace (/ (176 / 75)) with (75 / 176) in large by field; lra.
Qed.

Lemma gap_at_equilibrium n p :
  distribution n p ->
  gap_at_most n p p (fun _ => 1 / 2) 0 /\ twice_jensen_shannon n p p = 0.
Proof.
  intros p_is; assert (p_shares := shares_of_distribution n p p_is).
  split; [split |].
  - intros i low; lra.
  - intros e g proper_e [_ g_one]; assert (best := game_against_data n p e p_shares proper_e).
    unfold game at 2; replace (1 - 1 / 2) with (1 / 2) by field.
    rewrite (sum_ext n (fun i => p i * ln (1 / 2)) (fun i => ln (1 / 2) * p i)) by (intros; ring).
    rewrite (sum_ext n (fun i => g i * ln (1 / 2)) (fun i => ln (1 / 2) * g i)) by (intros; ring).
    rewrite !sum_scal, g_one, (proj2 p_shares).
    replace (1 / 2) with (/ 2) by field; rewrite ln_Rinv by lra; lra.
  - unfold twice_jensen_shannon; rewrite (sum_ext n _ (fun _ => 0)); [apply sum_zero |].
    intros i low; assert (positive := proj1 p_is i low).
    replace (2 * p i / (p i + p i)) with 1 by (field; lra); rewrite ln_1; ring.
Qed.

Lemma gap_attained n p q d G :
  distribution n p -> shares n q ->
  (gap_at_most n p q d G -> 0 <= G)
  /\ gap_at_most n p p (fun _ => 1 / 2) 0 /\ twice_jensen_shannon n p p = 0.
Proof.
  intros p_is q_is; split; [now apply gap_nonneg | now apply gap_at_equilibrium].
Qed.

(** ** The losses: the binary cross-entropies of d on real data and of e, on generated data *)

Definition discriminator_loss (m n : nat) (a b d e : nat -> R) : R :=
  - sum m (fun i => a i * ln (d i)) - sum n (fun j => b j * ln (1 - e j)).
Definition generator_loss (n : nat) (b e : nat -> R) : R := - sum n (fun j => b j * ln (e j)).

(** The weighted geometric mean is at most the arithmetic one. *)
Lemma geometric_mean_le n b x :
  shares n b -> (forall i, (i < n)%nat -> 0 < x i) ->
  exp (sum n (fun i => b i * ln (x i))) <= sum n (fun i => b i * x i).
Proof.
  intros [b_nonneg b_one] x_pos; set (A := sum n (fun i => b i * x i)).
  assert (A_pos : 0 < A).
  { apply Rnot_le_lt; intros none.
    assert (zero : forall i, (i < n)%nat -> b i = 0).
    { intros i low; specialize (x_pos i low) as positive; specialize (b_nonneg i low) as nonneg.
      assert (term : b i * x i <= A).
      { apply (term_le_sum n (fun i => b i * x i)); [| assumption].
        intros j j_low; apply Rmult_le_pos; [auto | left; auto]. }
      nra. }
    rewrite (sum_ext n b (fun _ => 0) zero), sum_zero in b_one; lra. }
  rewrite <- (exp_ln A A_pos); assert (order : sum n (fun i => b i * ln (x i)) <= ln A).
  { apply Rle_trans with (sum n (fun i => ln A * b i + (/ A * (b i * x i) - b i))).
    - apply sum_le; intros i low; specialize (x_pos i low); specialize (b_nonneg i low).
      assert (bound := ln_le_minus_1 (x i / A) ltac:(now apply Rdiv_lt_0_compat)).
      rewrite ln_div in bound by assumption.
      assert (b i * (ln (x i) - ln A) <= b i * (x i / A - 1)) by now apply Rmult_le_compat_l.
      unfold Rdiv in H; lra.
    - right; rewrite sum_plus, sum_minus, !sum_scal, b_one; fold A; field; lra. }
  destruct order as [less | equal]; [left; now apply exp_increasing | right; now f_equal].
Qed.

Section Losses.

Variables (m n : nat) (a b d e : nat -> R).
Hypotheses (a_is : shares m a) (b_is : shares n b) (d_is : proper m d) (e_is : proper n e).

Let L_d := discriminator_loss m n a b d e.
Let L_g := generator_loss n b e.

Lemma discriminator_loss_pos : 0 < L_d.
Proof.
  assert (real : 0 <= - sum m (fun i => a i * ln (d i))).
  { assert (sum m (fun i => a i * ln (d i)) <= sum m (fun _ => 0)).
    - apply sum_le; intros i low; assert (nonneg := proj1 a_is i low).
      assert (inside := d_is i low).
      assert (ln (d i) < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
      nra.
    - rewrite sum_zero in H; lra. }
  assert (mean := geometric_mean_le n b (fun j => 1 - e j) b_is
    ltac:(intros j low; specialize (e_is j low); lra)).
  assert (below : sum n (fun j => b j * (1 - e j)) < 1).
  { assert (gap : 0 < sum n (fun j => b j * e j)).
    { apply Rlt_le_trans with (2 := geometric_mean_le n b e b_is ltac:(intros; now apply e_is)).
      apply exp_pos. }
    rewrite (sum_ext n _ (fun j => b j - b j * e j)) by (intros; ring).
    rewrite sum_minus, (proj2 b_is); lra. }
  unfold L_d, discriminator_loss.
  assert (sum n (fun j => b j * ln (1 - e j)) < 0); [| lra].
  apply exp_lt_inv; rewrite exp_0; lra.
Qed.

Lemma losses_sum_le : exp (- L_d) + exp (- L_g) <= 1.
Proof.
  assert (fooled := geometric_mean_le n b e b_is ltac:(intros; now apply e_is)).
  assert (caught := geometric_mean_le n b (fun j => 1 - e j) b_is
    ltac:(intros j low; specialize (e_is j low); lra)).
  assert (total : sum n (fun j => b j * (1 - e j)) + sum n (fun j => b j * e j) = 1).
  { rewrite <- sum_plus, (sum_ext n _ b) by (intros; ring); apply b_is. }
  assert (real : exp (- L_d) <= exp (sum n (fun j => b j * ln (1 - e j)))).
  { assert (sum m (fun i => a i * ln (d i)) <= 0).
    { rewrite <- (sum_zero m); apply sum_le; intros i low; assert (nonneg := proj1 a_is i low).
      assert (inside := d_is i low).
      assert (ln (d i) < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
      nra. }
    assert (order : - L_d <= sum n (fun j => b j * ln (1 - e j)))
      by (unfold L_d, discriminator_loss; lra).
    destruct order as [less | equal]; [left; now apply exp_increasing | right; now f_equal]. }
  assert (generated : - L_g = sum n (fun j => b j * ln (e j)))
    by (unfold L_g, generator_loss; ring).
  rewrite generated; lra.
Qed.

Lemma generator_loss_ge : ln (1 / L_d) <= L_g.
Proof.
  assert (positive := discriminator_loss_pos); assert (bound := losses_sum_le).
  assert (small : exp (- L_g) <= L_d) by (generalize (exp_ineq1_le (- L_d)); lra).
  replace (1 / L_d) with (/ L_d) by (field; lra); rewrite ln_Rinv by assumption.
  apply ln_le in small; [| apply exp_pos]; rewrite ln_exp in small; lra.
Qed.

End Losses.

(** Both losses where d is constant on real and on generated data. *)
Lemma losses_of_constants m n a b d e :
  shares m a -> shares n b -> 0 < d < 1 -> 0 < e < 1 ->
  exp (- discriminator_loss m n a b (fun _ => d) (fun _ => e))
    + exp (- generator_loss n b (fun _ => e)) = d * (1 - e) + e.
Proof.
  intros [_ a_one] [_ b_one] d_in e_in; unfold discriminator_loss, generator_loss.
  assert (mean : forall k c x, sum k c = 1 -> sum k (fun i => c i * x) = x).
  { intros k c x one; rewrite (sum_ext k _ (fun i => x * c i)) by (intros; ring).
    rewrite sum_scal, one; ring. }
  rewrite !mean by assumption; rewrite !Ropp_minus_distr, Ropp_involutive.
  replace (ln (1 - e) - - ln d) with (ln d + ln (1 - e)) by ring.
  rewrite exp_plus, !exp_ln by lra; reflexivity.
Qed.

Lemma losses_at_equilibrium m n a b :
  shares m a -> shares n b ->
  discriminator_loss m n a b (fun _ => 1 / 2) (fun _ => 1 / 2) = 2 * ln 2
  /\ generator_loss n b (fun _ => 1 / 2) = ln 2 /\ 0 < ln 2.
Proof.
  intros [_ a_one] [_ b_one]; unfold discriminator_loss, generator_loss.
  assert (mean : forall k c x, sum k c = 1 -> sum k (fun i => c i * x) = x).
  { intros k c x one; rewrite (sum_ext k _ (fun i => x * c i)) by (intros; ring).
    rewrite sum_scal, one; ring. }
  rewrite !mean by assumption; replace (1 - 1 / 2) with (1 / 2) by field.
  replace (1 / 2) with (/ 2) by field; rewrite ln_Rinv by lra.
  assert (bounds := ln_2_bounds); repeat split; lra.
Qed.

(** ** The covariance of two sequences of four values *)

Definition mean_of_4 (x : nat -> R) : R := sum 4 x / 4.
Definition covariance (x y : nat -> R) : R :=
  mean_of_4 (fun i => x i * y i) - mean_of_4 x * mean_of_4 y.

Definition rises (x : nat -> R) : Prop := forall i, (i < 3)%nat -> x i < x (S i).

Lemma covariance_of_opposed x y : rises x -> rises (fun i => - y i) -> covariance x y < 0.
Proof.
  intros up down; unfold covariance, mean_of_4; simpl.
  assert (x01 := up 0%nat ltac:(lia)); assert (x12 := up 1%nat ltac:(lia)).
  assert (x23 := up 2%nat ltac:(lia)); assert (y01 := down 0%nat ltac:(lia)).
  assert (y12 := down 1%nat ltac:(lia)); assert (y23 := down 2%nat ltac:(lia)); simpl in *.
  assert (pair : forall u v w z, u < v -> z < w -> 0 < (v - u) * (w - z))
    by (intros; apply Rmult_lt_0_compat; lra).
  assert (p01 := pair (x 0%nat) (x 1%nat) (y 0%nat) (y 1%nat) ltac:(lra) ltac:(lra)).
  assert (p02 := pair (x 0%nat) (x 2%nat) (y 0%nat) (y 2%nat) ltac:(lra) ltac:(lra)).
  assert (p03 := pair (x 0%nat) (x 3%nat) (y 0%nat) (y 3%nat) ltac:(lra) ltac:(lra)).
  assert (p12 := pair (x 1%nat) (x 2%nat) (y 1%nat) (y 2%nat) ltac:(lra) ltac:(lra)).
  assert (p13 := pair (x 1%nat) (x 3%nat) (y 1%nat) (y 3%nat) ltac:(lra) ltac:(lra)).
  assert (p23 := pair (x 2%nat) (x 3%nat) (y 2%nat) (y 3%nat) ltac:(lra) ltac:(lra)).
  lra.
Qed.

Lemma similar_trends_false :
  ~ forall x y, rises x -> rises (fun i => - y i) -> 0 <= covariance x y.
Proof.
  intros printed; assert (up : rises INR) by (intros i _; rewrite S_INR; lra).
  assert (down : rises (fun i => - - INR i)) by (intros i _; rewrite S_INR; lra).
  assert (opposed := covariance_of_opposed INR (fun i => - INR i) up down).
  specialize (printed INR (fun i => - INR i) up down); lra.
Qed.

(** The standard normal distribution on the line: density, distribution function, quantiles. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** Coquelicot's integrals state equations in a module; over ℝ they are equations of numbers. *)
Ltac real_equation := match goal with |- @eq _ ?a ?b => change (@eq R a b) end.

Lemma is_derive_value (f : R -> R) (x l l' : R) : is_derive f x l -> l = l' -> is_derive f x l'.
Proof. now intros is <-. Qed.

(** The density of N(0, 1). *)
Definition phi (t : R) : R := exp (- t ^ 2 / 2) / sqrt (2 * PI).

(** The distribution function of N(0, 1): half of the mass is below 0. *)
Definition Phi (z : R) : R := 1 / 2 + RInt phi 0 z.

Lemma sqrt_2PI_pos : 0 < sqrt (2 * PI).
Proof. apply sqrt_lt_R0; generalize PI_RGT_0; lra. Qed.

Lemma phi_pos t : 0 < phi t.
Proof. apply Rdiv_lt_0_compat; [apply exp_pos | apply sqrt_2PI_pos]. Qed.

Lemma is_derive_phi t : is_derive phi t (- t * phi t).
Proof.
  unfold phi; generalize sqrt_2PI_pos; intros; auto_derive; [lra |].
  simpl; unfold Rdiv; field; lra.
Qed.

Lemma continuous_phi t : continuous phi t.
Proof. apply (ex_derive_continuous phi); eexists; apply is_derive_phi. Qed.

Lemma ex_RInt_phi a b : ex_RInt phi a b.
Proof. apply (ex_RInt_continuous phi); intros; apply continuous_phi. Qed.

Lemma phi_opp t : phi (- t) = phi t.
Proof. unfold phi; do 2 f_equal; field. Qed.

Lemma phi_ratio a b : phi a / phi b = exp ((b ^ 2 - a ^ 2) / 2).
Proof.
  unfold phi; replace ((b ^ 2 - a ^ 2) / 2) with (- a ^ 2 / 2 + - (- b ^ 2 / 2)) by field.
  rewrite exp_plus, exp_Ropp; generalize sqrt_2PI_pos (exp_pos (- b ^ 2 / 2)); intros.
  field; lra.
Qed.

Lemma phi_le a b : a ^ 2 <= b ^ 2 -> phi b <= phi a.
Proof.
  intros less; unfold phi; apply Rmult_le_compat_r.
  - left; apply Rinv_0_lt_compat, sqrt_2PI_pos.
  - destruct (Req_dec (a ^ 2) (b ^ 2)) as [same |]; [right; do 2 f_equal; lra |].
    left; apply exp_increasing; lra.
Qed.

Lemma is_derive_Phi z : is_derive Phi z (phi z).
Proof.
  unfold Phi; rewrite <- (plus_zero_l (phi z)).
  apply (is_derive_plus (fun _ => 1 / 2)); [apply (is_derive_const (1 / 2 : R)) |].
  apply (is_derive_RInt phi _ 0).
  - apply filter_forall; intros u; apply (@RInt_correct R_CompleteNormedModule), ex_RInt_phi.
  - apply continuous_phi.
Qed.

Lemma continuous_Phi z : continuous Phi z.
Proof. apply (ex_derive_continuous Phi); eexists; apply is_derive_Phi. Qed.

Lemma continuity_Phi z : continuity_pt Phi z.
Proof. apply continuity_pt_filterlim, continuous_Phi. Qed.

(** The mean value theorem for functions with a derivative everywhere. *)
Lemma mean_value (f df : R -> R) (a b : R) :
  (forall x, is_derive f x (df x)) -> a < b ->
  exists c, a < c < b /\ f b - f a = df c * (b - a).
Proof.
  intros smooth less.
  destruct (MVT_cor2 f df a b less) as [c [mean between]].
  - intros c _; now apply is_derive_Reals.
  - exists c; split; [lra | exact mean].
Qed.

Lemma Phi_increasing a b : a < b -> Phi a < Phi b.
Proof.
  intros less; destruct (mean_value Phi phi a b is_derive_Phi less) as [c [_ mean]].
  generalize (phi_pos c); nra.
Qed.

Lemma Phi_le a b : a <= b -> Phi a <= Phi b.
Proof. intros [less | ->]; [left; now apply Phi_increasing | lra]. Qed.

Lemma Phi_lt_reg a b : Phi a < Phi b -> a < b.
Proof. intros less; apply Rnot_le_lt; intros more; generalize (Phi_le _ _ more); lra. Qed.

Lemma Phi_le_reg a b : Phi a <= Phi b -> a <= b.
Proof. intros less; apply Rnot_lt_le; intros more; generalize (Phi_increasing _ _ more); lra. Qed.

Lemma Phi_injective a b : Phi a = Phi b -> a = b.
Proof. intros equal; apply Rle_antisym; apply Phi_le_reg; lra. Qed.

Lemma Phi_0 : Phi 0 = 1 / 2.
Proof. unfold Phi; rewrite RInt_point; change zero with 0; lra. Qed.

(** A function whose derivative is 0 is constant. *)
Lemma constant_of_derive_zero (f : R -> R) a b : (forall x, is_derive f x 0) -> f a = f b.
Proof.
  intros flat.
  assert (ordered : forall u v, u < v -> f u = f v).
  { intros u v less; destruct (mean_value f (fun _ => 0) u v flat less) as [c [_ mean]]; lra. }
  destruct (Rtotal_order a b) as [less | [-> | more]]; auto; symmetry; auto.
Qed.

Lemma Phi_opp z : Phi (- z) = 1 - Phi z.
Proof.
  assert (sum : Phi (- z) + Phi z = Phi (- 0) + Phi 0).
  { apply (constant_of_derive_zero (fun z => Phi (- z) + Phi z)); intros u.
    replace 0 with (- phi (- u) + phi u) by (rewrite phi_opp; ring).
    apply (is_derive_plus (fun z => Phi (- z)) Phi); [| apply is_derive_Phi].
    replace (- phi (- u)) with (-1 * phi (- u)) by ring.
    apply (is_derive_comp Phi Ropp); [apply is_derive_Phi | auto_derive; auto; ring]. }
  rewrite Ropp_0, Phi_0 in sum; lra.
Qed.

(** ** The integral of the density: f² + 2G is constant for f(x) = ∫₀ˣ exp(-t²/2) dt and
    G(x) = ∫₀¹ exp(-x²(1 + t²)/2)/(1 + t²) dt. *)

Local Definition bell (t : R) : R := exp (- t ^ 2 / 2).
Local Definition kernel (x t : R) : R := exp (- x ^ 2 * (1 + t ^ 2) / 2) / (1 + t ^ 2).

Lemma continuous_bell t : continuous bell t.
Proof. apply (ex_derive_continuous bell); unfold bell; auto_derive; auto. Qed.

Lemma is_derive_bell_integral x : is_derive (RInt bell 0) x (bell x).
Proof.
  apply (is_derive_RInt bell _ 0); [| apply continuous_bell].
  apply filter_forall; intros u; apply (@RInt_correct R_CompleteNormedModule).
  apply (ex_RInt_continuous bell); intros; apply continuous_bell.
Qed.

Lemma is_derive_kernel x t : is_derive (fun u => kernel u t) x (- x * (bell x * bell (x * t))).
Proof.
  unfold kernel, bell; rewrite <- exp_plus.
  replace (- x ^ 2 / 2 + - (x * t) ^ 2 / 2) with (- x ^ 2 * (1 + t ^ 2) / 2) by field.
  auto_derive; [nra | simpl; unfold Rdiv; field; nra].
Qed.

Lemma continuous_kernel x t : continuous (kernel x) t.
Proof. apply (ex_derive_continuous (kernel x)); unfold kernel; auto_derive; nra. Qed.

Lemma is_derive_kernel_integral x :
  is_derive (fun u => RInt (kernel u) 0 1) x (- (bell x * RInt bell 0 x)).
Proof.
  replace (- (bell x * RInt bell 0 x))
    with (RInt (fun t => Derive (fun u => kernel u t) x) 0 1).
  - apply (is_derive_RInt_param kernel 0 1 x).
    + apply filter_forall; intros u t _; eexists; apply is_derive_kernel.
    + intros t _.
      apply continuity_2d_pt_ext with (fun u v => - u * (bell u * bell (u * v))).
      { intros u v; symmetry; apply is_derive_unique, is_derive_kernel. }
      assert (bell_pt : forall u, continuity_pt bell u).
      { intros u; apply continuity_pt_filterlim, continuous_bell. }
      apply continuity_2d_pt_mult.
      * apply continuity_2d_pt_opp, continuity_2d_pt_id1.
      * apply continuity_2d_pt_mult.
        -- apply (continuity_1d_2d_pt_comp bell (fun u _ => u)); [apply bell_pt |].
           apply continuity_2d_pt_id1.
        -- apply (continuity_1d_2d_pt_comp bell (fun u v => u * v)); [apply bell_pt |].
           apply continuity_2d_pt_mult; [apply continuity_2d_pt_id1 | apply continuity_2d_pt_id2].
    + apply filter_forall; intros u; apply (ex_RInt_continuous (kernel u)); intros.
      apply continuous_kernel.
  - apply is_RInt_unique.
    apply is_RInt_ext with (fun t => - bell x * (x * bell (x * t + 0))).
    { intros t _; rewrite Rplus_0_r; real_equation.
      transitivity (- x * (bell x * bell (x * t))); [ring |].
      symmetry; apply is_derive_unique, is_derive_kernel. }
    replace (- (bell x * RInt bell 0 x)) with (- bell x * RInt bell 0 x) by ring.
    apply (is_RInt_scal (fun t => x * bell (x * t + 0))).
    apply (is_RInt_comp_lin bell x 0 0 1); rewrite Rmult_0_r, Rmult_1_r, !Rplus_0_r.
    apply (@RInt_correct R_CompleteNormedModule), (ex_RInt_continuous bell); intros.
    apply continuous_bell.
Qed.

Lemma kernel_integral_0 : RInt (kernel 0) 0 1 = PI / 4.
Proof.
  rewrite <- atan_1; replace (atan 1) with (minus (atan 1) (atan 0))
    by (rewrite atan_0; change (atan 1 - 0 = atan 1); ring).
  apply is_RInt_unique, is_RInt_ext with (fun t => / (1 + t ^ 2)).
  { intros t _; unfold kernel; replace (- 0 ^ 2 * (1 + t ^ 2) / 2) with 0 by field.
    rewrite exp_0; real_equation; field; nra. }
  apply (is_RInt_derive atan).
  - intros t _; apply is_derive_Reals, derivable_pt_lim_atan.
  - intros t _; apply (ex_derive_continuous (fun t => / (1 + t ^ 2))); auto_derive; nra.
Qed.

Lemma bell_integral_pow2 x : RInt bell 0 x ^ 2 + 2 * RInt (kernel x) 0 1 = PI / 2.
Proof.
  transitivity (RInt bell 0 0 ^ 2 + 2 * RInt (kernel 0) 0 1).
  - apply (constant_of_derive_zero (fun x => RInt bell 0 x ^ 2 + 2 * RInt (kernel x) 0 1)).
    intros u; apply (is_derive_value _ _
      (2 * bell u * RInt bell 0 u + 2 * - (bell u * RInt bell 0 u))); [| ring].
    apply (is_derive_plus (fun x => RInt bell 0 x ^ 2) (fun x => 2 * RInt (kernel x) 0 1)).
    + replace (2 * bell u * RInt bell 0 u) with (INR 2 * bell u * RInt bell 0 u ^ pred 2)
        by (simpl; ring).
      apply (is_derive_pow (RInt bell 0) 2), is_derive_bell_integral.
    + apply (is_derive_scal (fun x => RInt (kernel x) 0 1)), is_derive_kernel_integral.
  - rewrite RInt_point, kernel_integral_0; change zero with 0; field.
Qed.

Lemma kernel_integral_between x : 0 <= RInt (kernel x) 0 1 <= bell x.
Proof.
  assert (integrable : ex_RInt (kernel x) 0 1)
    by (apply (ex_RInt_continuous (kernel x)); intros; apply continuous_kernel).
  split.
  - apply RInt_ge_0; [lra | assumption |]; intros t _; unfold kernel.
    left; apply Rdiv_lt_0_compat; [apply exp_pos | nra].
  - assert (whole : RInt (fun _ => bell x) 0 1 = bell x).
    { rewrite RInt_const; change ((1 - 0) * bell x = bell x); ring. }
    rewrite <- whole.
    apply RInt_le; [lra | assumption | apply ex_RInt_const |]; intros t _; unfold kernel, bell.
    apply Rle_trans with (exp (- x ^ 2 * (1 + t ^ 2) / 2)).
    + apply Rle_div_l; [nra |]; generalize (exp_pos (- x ^ 2 * (1 + t ^ 2) / 2)); nra.
    + destruct (Req_dec (x * t) 0) as [none |]; [right; f_equal; nra |].
      left; apply exp_increasing; nra.
Qed.

Lemma exp_opp_le (u : R) : 0 <= u -> exp (- u) <= / (1 + u).
Proof.
  intros nonneg; rewrite exp_Ropp; apply Rinv_le_contravar; [lra |].
  apply exp_ineq1_le.
Qed.

(** What is left above x, times √(2π): at most exp(-x²/2)/√(π/2). *)
Lemma bell_integral_near x :
  0 <= x -> 0 <= sqrt (PI / 2) - RInt bell 0 x <= 2 * bell x / sqrt (PI / 2).
Proof.
  intros nonneg; generalize (bell_integral_pow2 x) (kernel_integral_between x).
  assert (root : 0 < sqrt (PI / 2)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  assert (square : sqrt (PI / 2) ^ 2 = PI / 2) by (apply pow2_sqrt; generalize PI_RGT_0; lra).
  assert (0 <= RInt bell 0 x).
  { apply RInt_ge_0; [assumption | |].
    - apply (ex_RInt_continuous bell); intros; apply continuous_bell.
    - intros t _; left; apply exp_pos. }
  intros total small; split; [nra |].
  apply Rle_div_r; [assumption |]; nra.
Qed.

Lemma Phi_eq x : Phi x = 1 / 2 + RInt bell 0 x / sqrt (2 * PI).
Proof.
  unfold Phi; f_equal; apply is_RInt_unique.
  apply is_RInt_ext with (fun t => / sqrt (2 * PI) * bell t).
  { intros t _; unfold phi, bell, Rdiv; apply Rmult_comm. }
  replace (RInt bell 0 x / sqrt (2 * PI)) with (/ sqrt (2 * PI) * RInt bell 0 x)
    by (unfold Rdiv; apply Rmult_comm).
  apply (is_RInt_scal bell), (@RInt_correct R_CompleteNormedModule).
  apply (ex_RInt_continuous bell); intros; apply continuous_bell.
Qed.

(** Φ(x) is 1 up to exp(-x²/2). *)
Lemma Phi_near_1 x : 0 <= x -> 0 <= 1 - Phi x <= bell x.
Proof.
  intros nonneg; destruct (bell_integral_near x nonneg) as [least most].
  assert (root : 0 < sqrt (PI / 2)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  assert (double : sqrt (2 * PI) = 2 * sqrt (PI / 2)).
  { replace (2 * PI) with (2 ^ 2 * (PI / 2)) by field.
    rewrite sqrt_mult_alt, sqrt_pow2; lra. }
  assert (1 <= sqrt (PI / 2)).
  { rewrite <- sqrt_1; apply sqrt_le_1_alt; generalize PI2_1; lra. }
  rewrite Phi_eq, double.
  replace (1 - (1 / 2 + RInt bell 0 x / (2 * sqrt (PI / 2))))
    with ((sqrt (PI / 2) - RInt bell 0 x) / (2 * sqrt (PI / 2))) by (field; lra).
  split; [apply Rdiv_le_0_compat; lra |].
  apply Rle_div_l; [lra |]; apply Rle_trans with (1 := most).
  apply Rle_div_l; [assumption |]; assert (0 < bell x) by apply exp_pos.
  assert (0 <= bell x * (sqrt (PI / 2) ^ 2 - 1)) by (apply Rmult_le_pos; nra); nra.
Qed.

Lemma Phi_lt_1 x : Phi x < 1.
Proof.
  assert (below : Phi x < Phi (Rmax x 0 + 1)).
  { apply Phi_increasing; generalize (Rmax_l x 0); lra. }
  destruct (Phi_near_1 (Rmax x 0 + 1)) as [most _]; [generalize (Rmax_r x 0); lra | lra].
Qed.

Lemma Phi_pos x : 0 < Phi x.
Proof. generalize (Phi_lt_1 (- x)); rewrite Phi_opp; lra. Qed.

(** Φ takes every value between 0 and 1. *)
Lemma Phi_onto u : 0 < u < 1 -> exists z, Phi z = u.
Proof.
  intros [positive less].
  assert (high : exists b, 0 < b /\ u < Phi b).
  { exists (2 / (1 - u)); assert (large : 2 < 2 / (1 - u)) by (apply Rlt_div_r; lra).
    split; [lra |]; destruct (Phi_near_1 (2 / (1 - u))) as [_ most]; [lra |].
    assert (bell (2 / (1 - u)) < 1 - u); [| lra].
    apply Rle_lt_trans with (/ (1 + (2 / (1 - u)) ^ 2 / 2)).
    { unfold bell; replace (- (2 / (1 - u)) ^ 2 / 2) with (- ((2 / (1 - u)) ^ 2 / 2)) by (field; lra).
      apply exp_opp_le; nra. }
    apply Rinv_lt_cancel; [lra |]; rewrite Rinv_inv.
    replace (/ (1 - u)) with (2 / (1 - u) / 2) by (field; lra); nra. }
  assert (low : exists a, a < 0 /\ Phi a < u).
  { exists (- (2 / u)); assert (large : 2 < 2 / u) by (apply Rlt_div_r; lra).
    split; [lra |]; rewrite Phi_opp; destruct (Phi_near_1 (2 / u)) as [_ most]; [lra |].
    assert (bell (2 / u) < u); [| lra].
    apply Rle_lt_trans with (/ (1 + (2 / u) ^ 2 / 2)).
    { unfold bell; replace (- (2 / u) ^ 2 / 2) with (- ((2 / u) ^ 2 / 2)) by (field; lra).
      apply exp_opp_le; nra. }
    apply Rinv_lt_cancel; [lra |]; rewrite Rinv_inv.
    replace (/ u) with (2 / u / 2) by (field; lra); nra. }
  destruct high as [b [b_pos above]], low as [a [a_neg below]].
  destruct (IVT_gen Phi a b u) as [z [_ z_is]].
  - intros z; apply continuity_Phi.
  - rewrite Rmin_left, Rmax_right; lra.
  - now exists z.
Qed.

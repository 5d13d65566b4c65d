(** Quantile functions, and which maps carry N(0, 1) to the data. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.LinearChange Missing.NormalLaw LineMixture.
Open Scope R_scope.

(** F⁻¹(u): the least x with u ≤ F(x). *)
Definition is_quantile (F : R -> R) (u x : R) : Prop := u <= F x /\ forall y, u <= F y -> x <= y.

Definition continuous_from_right (F : R -> R) : Prop :=
  forall x e, 0 < e -> exists d, 0 < d /\ forall y, x <= y < x + d -> F y < F x + e.

(** The distribution function of the uniform law on (0, 1). *)
Definition uniform_cdf (u : R) : R := Rmax 0 (Rmin u 1).

Lemma uniform_cdf_between u : 0 <= u <= 1 -> uniform_cdf u = u.
Proof. intros between; unfold uniform_cdf; rewrite Rmin_left, Rmax_right; lra. Qed.

(** ** The quantile function of a uniform variable has the law of X *)

Section Quantile.

Variable F : R -> R.
Hypotheses (F_is : distribution_function F) (F_right : continuous_from_right F).

Lemma quantile_exists u : 0 < u < 1 -> exists q, is_quantile F u q.
Proof.
  intros [positive less]; destruct F_is as [increasing [low [high _]]].
  destruct (low u positive) as [a a_is], (high (1 - u)) as [b b_is]; [lra |].
  destruct (completeness (fun y => u <= F (- y))) as [l [upper least]].
  - exists (- a); intros y y_is; apply Rnot_lt_le; intros beyond.
    generalize (increasing (- y) a); lra.
  - exists (- b); rewrite Ropp_involutive; lra.
  - exists (- l); split.
    + apply Rnot_lt_le; intros below.
      destruct (F_right (- l) (u - F (- l))) as [d [d_pos near]]; [lra |].
      assert (l <= l - d / 2); [| lra]; apply least; intros y y_is.
      apply Rnot_lt_le; intros close; assert (y <= l) by now apply upper.
      generalize (near (- y)); lra.
    + intros y y_is; assert (- y <= l); [| lra].
      apply upper; now rewrite Ropp_involutive.
Qed.

Lemma quantile_le_iff u q x : is_quantile F u q -> (q <= x <-> u <= F x).
Proof.
  intros [reached least]; split; [| apply least]; intros less.
  destruct F_is as [increasing _]; generalize (increasing q x less); lra.
Qed.

(** P(F⁻¹(U) ≤ x) = F(x), for U uniform on (0, 1). *)
Lemma law_of_quantile U Q x :
  is_law uniform_cdf U -> (forall u, 0 < u < 1 -> is_quantile F u (Q u)) ->
  U (fun u => 0 < u < 1 /\ Q u <= x) = F x.
Proof.
  intros law Q_is; destruct F_is as [_ [_ [_ between]]].
  assert (upper : U (fun u => 0 < u < 1 /\ Q u <= x) <= F x).
  { apply Rle_trans with (U (fun u => u <= F x)).
    - apply (law_le U law); intros u [inside less].
      now apply (quantile_le_iff u (Q u) x (Q_is u inside)).
    - rewrite (law_below U law), uniform_cdf_between; [lra | apply between]. }
  apply Rle_antisym; [assumption |].
  (* All but as little as one likes of (0, F(x)] is below 1. *)
  apply Rnot_lt_le; intros less.
  set (e := (F x - U (fun u => 0 < u < 1 /\ Q u <= x)) / 2).
  assert (nonneg := law_nonneg U law (fun u => 0 < u < 1 /\ Q u <= x)).
  assert (some : U (fun u => 0 < u <= F x - e) <= U (fun u => 0 < u < 1 /\ Q u <= x)).
  { apply (law_le U law); intros u inside; generalize (between x); intros.
    assert (strict : 0 < u < 1) by (unfold e in *; lra); split; [assumption |].
    apply (quantile_le_iff u (Q u) x (Q_is u strict)); unfold e in *; lra. }
  rewrite (law_half_open U law) in some by (unfold e; lra).
  rewrite !uniform_cdf_between in some by (generalize (between x); unfold e; lra).
  unfold e in *; lra.
Qed.

(** ** X in its own distribution function *)

(** Where F is continuous, F(X) is uniform. *)
Lemma law_of_own_cdf X u :
  (forall x, continuous F x) -> is_law F X -> 0 < u < 1 -> X (fun x => F x <= u) = u.
Proof.
  intros F_continuous law inside; destruct F_is as [increasing [low [high _]]].
  destruct (low u) as [a a_is], (high (1 - u)) as [b b_is]; try lra.
  (* The greatest x with F(x) ≤ u. *)
  destruct (completeness (fun x => F x <= u)) as [l [upper least]].
  - exists b; intros x x_is; apply Rnot_lt_le; intros beyond; generalize (increasing b x); lra.
  - exists a; lra.
  - assert (value : F l = u).
    { apply Rle_antisym; apply Rnot_lt_le; intros strict.
      - destruct (change_of_continuous F l (F l - u) (F_continuous l)) as [d [d_pos near]]; [lra |].
        assert (l <= l - d / 2); [| lra]; apply least; intros x x_is.
        apply Rnot_lt_le; intros close; assert (x <= l) by now apply upper.
        assert (Rabs (F x - F l) < F l - u) by (apply near; rewrite Rabs_left1; lra).
        apply Rabs_lt_between in H0; lra.
      - destruct (change_of_continuous F l (u - F l) (F_continuous l)) as [d [d_pos near]]; [lra |].
        assert (l + d / 2 <= l); [| lra]; apply upper.
        assert (close : Rabs (F (l + d / 2) - F l) < u - F l).
        { apply near; rewrite Rabs_pos_eq; lra. }
        apply Rabs_lt_between in close; lra. }
    transitivity (X (fun x => x <= l)); [| now rewrite (law_below X law)].
    apply (law_ext X law); intros x; split.
    + apply upper.
    + intros less; generalize (increasing x l less); lra.
Qed.

(** For any F: P(F(X) ≤ u) is u less a jump of F at most. *)
Lemma law_of_own_cdf_near X u :
  is_law F X -> 0 < u < 1 ->
  X (fun x => F x <= u) <= u
  /\ exists x, forall y, y < x -> u - X (fun x => F x <= u) <= F x - F y.
Proof.
  intros law inside; destruct F_is as [increasing [low [high between]]].
  destruct (low u) as [a a_is], (high (1 - u)) as [b b_is]; try lra.
  destruct (completeness (fun x => F x <= u)) as [l [upper least]].
  - exists b; intros x x_is; apply Rnot_lt_le; intros beyond; generalize (increasing b x); lra.
  - exists a; lra.
  - assert (F_l : u <= F l).
    { apply Rnot_lt_le; intros strict.
      destruct (F_right l (u - F l)) as [d [d_pos near]]; [lra |].
      assert (l + d / 2 <= l); [| lra]; apply upper; generalize (near (l + d / 2)); lra. }
    assert (below : forall y, y < l -> F y <= u /\ F y <= X (fun x => F x <= u)).
    { intros y less.
      assert (reached : exists x, y < x /\ F x <= u).
      { apply Classical_Prop.NNPP; intros none; assert (l <= y); [| lra]; apply least.
        intros x x_is; apply Rnot_lt_le; intros beyond; apply none; eauto. }
      destruct reached as [x [beyond x_is]]; generalize (increasing y x); intros.
      split; [lra |]; rewrite <- (law_below X law); apply (law_le X law); intros z z_is.
      generalize (increasing z y z_is); lra. }
    split.
    + destruct (Rle_or_lt (F l) u) as [small | large].
      * apply Rle_trans with (X (fun x => x <= l)); [apply (law_le X law); exact upper |].
        rewrite (law_below X law); exact small.
      * apply Rle_trans with (X (fun x => x < l)).
        { apply (law_le X law); intros x x_is; apply Rnot_le_lt; intros late.
          generalize (increasing l x late); lra. }
        apply Rnot_lt_le; intros more.
        destruct (law_just_below X law l ((X (fun x => x < l) - u) / 2)) as [y [less bound]];
          [lra |].
        generalize (below y less); lra.
    + exists l; intros y less; generalize (below y less); lra.
Qed.

End Quantile.

(** A variable that is 0 always: F(X) is 1 always. *)
Lemma law_of_own_cdf_false :
  ~ forall F X u, distribution_function F -> continuous_from_right F -> is_law F X -> 0 < u < 1 ->
    X (fun x => F x <= u) = u.
Proof.
  intros printed; set (F := fun x => if Rle_dec 0 x then 1 else 0).
  assert (late : forall x, 0 <= x -> F x = 1).
  { intros x nonneg; unfold F; destruct (Rle_dec 0 x); lra. }
  assert (early : forall x, x < 0 -> F x = 0).
  { intros x negative; unfold F; destruct (Rle_dec 0 x); lra. }
  assert (F_is : distribution_function F).
  { split; [| split; [| split]].
    - intros a b less; unfold F; destruct (Rle_dec 0 a), (Rle_dec 0 b); lra.
    - intros e e_pos; exists (-1); rewrite early; lra.
    - intros e e_pos; exists 0; rewrite late; lra.
    - intros a; unfold F; destruct (Rle_dec 0 a); lra. }
  assert (F_right : continuous_from_right F).
  { intros x e e_pos; destruct (Rle_or_lt 0 x) as [nonneg | negative].
    - exists 1; split; [lra |]; intros y close; rewrite !late; lra.
    - exists (- x); split; [lra |]; intros y close; rewrite !early; lra. }
  destruct (law_exists F F_is) as [X law].
  assert (claimed := printed F X (1 / 2) F_is F_right law ltac:(lra)).
  assert (few : X (fun x => F x <= 1 / 2) <= X (fun x => x < 0)).
  { apply (law_le X law); intros x x_is; apply Rnot_le_lt; intros nonneg.
    rewrite late in x_is; lra. }
  destruct (law_just_below X law 0 (1 / 4)) as [y [below bound]]; [lra |].
  rewrite early in bound; lra.
Qed.

(** ** Maps that carry N(0, 1) to the data *)

(** Φ⁻¹. *)
Definition normal_quantile (u : R) : R := real (Lub_Rbar (fun z => Phi z <= u)).

Lemma normal_quantile_Phi z : normal_quantile (Phi z) = z.
Proof.
  unfold normal_quantile; rewrite (is_lub_Rbar_unique _ z); [easy |]; split.
  - intros y y_is; now apply Phi_le_reg.
  - intros [b | |] bound; simpl; [| exact I |].
    + apply (bound z); lra.
    + apply (bound z); lra.
Qed.

Lemma distribution_function_uniform : distribution_function uniform_cdf.
Proof.
  unfold uniform_cdf; split; [| split; [| split]].
  - intros a b less; apply Rle_max_compat_l; now apply Rle_min_compat_r.
  - intros e e_pos; exists 0; rewrite Rmin_left, Rmax_left; lra.
  - intros e e_pos; exists 1; rewrite Rmin_left, Rmax_right; lra.
  - intros a; split; [apply Rmax_l |]; apply Rmax_lub; [lra | apply Rmin_r].
Qed.

Section Transport.

Variables (N : nat) (w x : nat -> R) (s : R) (P : (R -> Prop) -> R).
Hypotheses (s_pos : 0 < s) (w_is : mixture_weights N w) (law : normal_law P).

Notation Psi := (mixture_cdf N w x s).

(** Φ(Z) is uniform. *)
Lemma law_of_Phi u : 0 < u < 1 -> P (fun z => Phi z <= u) = u.
Proof.
  intros inside; destruct (Phi_onto u inside) as [z <-].
  transitivity (P (fun v => v <= z)); [| apply (law_below P law)].
  apply (law_ext P law); intros v; split; [apply Phi_le_reg | apply Phi_le].
Qed.

(** g_#N(0, 1) = p_data, in distribution functions. *)
Definition pushes (g : R -> R) : Prop := forall y, P (fun z => g z <= y) = Psi y.

Lemma mixture_cdf_value u : 0 < u < 1 -> exists y, Psi y = u.
Proof.
  intros inside; destruct (Phi_onto u inside) as [z <-]; now apply mixture_cdf_onto.
Qed.

Lemma law_of_Psi_of_pushes g u : pushes g -> 0 < u < 1 -> P (fun z => Psi (g z) <= u) = u.
Proof.
  intros g_is inside; destruct (mixture_cdf_value u inside) as [y <-].
  transitivity (P (fun z => g z <= y)); [| apply g_is].
  apply (law_ext P law); intros z; split.
  - now apply mixture_cdf_le_reg.
  - now apply mixture_cdf_le.
Qed.

(** Every such g is Ψ⁻¹∘h∘Φ, and h = Ψ∘g∘Φ⁻¹ preserves the uniform law. *)
Lemma factor_of_pushes g :
  pushes g ->
  let h u := Psi (g (normal_quantile u)) in
  (forall z, Psi (g z) = h (Phi z)) /\ forall u, 0 < u < 1 -> P (fun z => h (Phi z) <= u) = u.
Proof.
  intros g_is h; assert (same : forall z, h (Phi z) = Psi (g z)).
  { intros z; unfold h; now rewrite normal_quantile_Phi. }
  split; [intros; now rewrite same |]; intros u inside.
  rewrite (law_ext P law _ (fun z => Psi (g z) <= u)) by (intros; now rewrite same).
  now apply law_of_Psi_of_pushes.
Qed.

(** And conversely. *)
Lemma pushes_of_factor g h :
  (forall z, Psi (g z) = h (Phi z)) -> (forall u, 0 < u < 1 -> P (fun z => h (Phi z) <= u) = u) ->
  pushes g.
Proof.
  intros factor preserving y.
  transitivity (P (fun z => h (Phi z) <= Psi y)); [| now apply preserving, mixture_cdf_between].
  apply (law_ext P law); intros z; rewrite <- factor; split.
  - now apply mixture_cdf_le.
  - now apply mixture_cdf_le_reg.
Qed.

(** The monotone map is one, and the only one that does not decrease. *)
Lemma pushes_monotone_map g : monotone_map N w x s g -> pushes g.
Proof.
  intros g_is; apply (pushes_of_factor g (fun u => u)); [exact g_is | exact law_of_Phi].
Qed.

Lemma monotone_map_of_pushes g :
  (forall a b, a <= b -> g a <= g b) -> pushes g -> monotone_map N w x s g.
Proof.
  intros increasing g_is z; apply Rle_antisym.
  - (* Below y < g(z) no more than Φ(z) is sent. *)
    apply Rnot_lt_le; intros more.
    destruct (change_of_continuous Psi (g z) (Psi (g z) - Phi z)) as [d [d_pos near]]; [| lra |].
    { apply (ex_derive_continuous Psi); eexists; now apply is_derive_mixture_cdf. }
    assert (close : Rabs (Psi (g z - d / 2) - Psi (g z)) < Psi (g z) - Phi z).
    { apply near; replace (g z - d / 2 - g z) with (- (d / 2)) by ring.
      rewrite Rabs_Ropp, Rabs_pos_eq; lra. }
    apply Rabs_lt_between in close.
    assert (few : P (fun v => g v <= g z - d / 2) <= P (fun v => v <= z)).
    { apply (law_le P law); intros v v_is; apply Rnot_lt_le; intros late.
      generalize (increasing z v); lra. }
    rewrite g_is, (law_below P law) in few; lra.
  - rewrite <- (g_is (g z)), <- (law_below P law); apply (law_le P law); auto.
Qed.

End Transport.

(** ** What Main.v states *)

(** A smooth increasing g on the line that carries N(0, 1) to the data. *)
Lemma exists_smooth_push N w x s :
  0 < s -> mixture_weights N w ->
  exists g, (forall u v, u < v -> g u < g v) /\ (forall z, ex_derive g z)
  /\ forall P, normal_law P -> pushes N w x s P g.
Proof.
  intros s_pos w_is; destruct (monotone_map_exists N w x s s_pos w_is) as [g g_is].
  exists g; split; [exact (monotone_map_increasing N w x s s_pos w_is g g_is) |]; split.
  - intros z; eexists; now apply (is_derive_monotone_map N w x s).
  - intros P law; now apply pushes_monotone_map.
Qed.

(** The chain (Ψ∘g∘Φ⁻¹)_#U = (Ψ∘g)_#p_z = Ψ_#p_data = U, in distribution functions. *)
Lemma chain_of_push_forwards N w x s P U D g u :
  0 < s -> mixture_weights N w -> normal_law P -> pushes N w x s P g ->
  is_law (mixture_cdf N w x s) D -> (forall A : R -> Prop, U A = P (fun z => A (Phi z))) ->
  0 < u < 1 ->
  U (fun v => mixture_cdf N w x s (g (normal_quantile v)) <= u)
    = P (fun z => mixture_cdf N w x s (g z) <= u)
  /\ P (fun z => mixture_cdf N w x s (g z) <= u) = D (fun y => mixture_cdf N w x s y <= u)
  /\ D (fun y => mixture_cdf N w x s y <= u) = u.
Proof.
  intros s_pos w_is law g_is D_law U_is inside.
  assert (last : D (fun y => mixture_cdf N w x s y <= u) = u).
  { destruct (mixture_cdf_value N w x s s_pos w_is u inside) as [y <-].
    transitivity (D (fun v => v <= y)); [| apply (law_below D D_law)].
    apply (law_ext D D_law); intros v; split.
    - now apply mixture_cdf_le_reg.
    - now apply mixture_cdf_le. }
  split; [| split; [| exact last]].
  - rewrite U_is; apply (law_ext P law); intros z; now rewrite normal_quantile_Phi.
  - rewrite last; now apply (law_of_Psi_of_pushes N w x s P s_pos w_is law).
Qed.

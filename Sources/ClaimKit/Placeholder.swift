enum ClaimKitPlaceholder {}

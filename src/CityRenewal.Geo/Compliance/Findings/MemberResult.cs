namespace CityRenewal.Geo.Compliance;

/// <summary>What a rule says that another one is made of.</summary>
/// <param name="Rule">The member.</param>
/// <param name="Judgement">What was found of it, its own evidence with it.</param>
public sealed record MemberResult(PackRule Rule, Judgement Judgement);

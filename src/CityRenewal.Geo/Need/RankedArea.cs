namespace CityRenewal.Geo.Need;

/// <summary>Where an area stands among others by need, and how far that depends on the weights.</summary>
/// <param name="Area">The area with its parts.</param>
/// <param name="Rank">Its rank from 1, the highest need first, ties by id; null where its need is unknown.</param>
/// <param name="BestRank">The smallest rank that it has under any of the changed weights or the given ones; null with <paramref name="Rank"/>.</param>
/// <param name="WorstRank">The greatest rank that it has; null with <paramref name="Rank"/>.</param>
public sealed record RankedArea(AreaNeed Area, int? Rank, int? BestRank, int? WorstRank);

namespace CityRenewal.Geo.Stores.Offices;

/// <summary>A plan that was made from other layers than the present ones.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Layers">The layers that have changed since, in the order of all outputs.</param>
/// <param name="Areas">
/// Its areas that the changes may touch, sorted by id: one of them is left out only where nothing changed within a kilometre of it and
/// no rule can look further. All areas where it is not known what has changed since.
/// </param>
public sealed record StalePlan(string Plan, IReadOnlyList<string> Layers, IReadOnlyList<string> Areas);

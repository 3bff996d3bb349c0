namespace CityRenewal.Geo.Samples.Zones;

/// <summary>What a zone is called; an empty text is unknown.</summary>
internal sealed record ZoneLabel(string Id, string Kind, string Name = "", string Parent = "");

namespace CityRenewal.Geo.Readiness;

/// <summary>One number behind a verdict on a conclusion.</summary>
/// <param name="English">What is so, one sentence with its number, without a full stop.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="Value">The number itself; NaN where there is none.</param>
/// <param name="Carried">What this reason alone would allow.</param>
/// <param name="Change">What would change it, in English; empty where nothing has to.</param>
/// <param name="ChangeChinese">The same in Chinese.</param>
public sealed record Reason(
    string English, string Chinese, double Value, Carried Carried, string Change = "", string ChangeChinese = "");

namespace CityRenewal.Geo.Stores.Tests.Offices;

public sealed class PostGisCityTests() : CityContract(new PostGisHome());

public sealed class PostGisLayerTests() : LayerContract(new PostGisHome());

public sealed class PostGisPlanTests() : PlanContract(new PostGisHome());

public sealed class PostGisRegisterTests() : RegisterContract(new PostGisHome());

public sealed class PostGisRecordTests() : RecordContract(new PostGisHome());

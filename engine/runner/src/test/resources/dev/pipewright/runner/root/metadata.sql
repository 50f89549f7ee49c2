BEGIN TRANSACTION;
CREATE TABLE `Artifact` (    `id` INTEGER PRIMARY KEY AUTOINCREMENT,    `type_id` INT NOT NULL,    `uri` TEXT,    `state` INT,    `name` VARCHAR(255),    `external_id` VARCHAR(255) UNIQUE,    `create_time_since_epoch` INT NOT NULL DEFAULT 0,    `last_update_time_since_epoch` INT NOT NULL DEFAULT 0,    UNIQUE(`type_id`, `name`)  );
INSERT INTO "Artifact" VALUES(1,15,'/tfx/root/pipelines/rows/CsvExampleGen/examples/1',2,NULL,NULL,1795444852830,1795444852830);
INSERT INTO "Artifact" VALUES(2,18,'/tfx/root/pipelines/rows/Fitter/model/3',2,NULL,NULL,1795444852881,1795444852881);
INSERT INTO "Artifact" VALUES(3,20,'/tfx/root/pipelines/rows/StatisticsGen/statistics/4',2,NULL,NULL,1795444856125,1795444856125);
INSERT INTO "Artifact" VALUES(4,22,'/tfx/root/pipelines/rows/Comparer/verdict/5',2,NULL,NULL,1795444856158,1795444856158);
INSERT INTO "Artifact" VALUES(5,24,'/tfx/root/pipelines/rows/SchemaGen/schema/6',2,NULL,NULL,1795444856190,1795444856190);
INSERT INTO "Artifact" VALUES(6,22,'/tfx/root/pipelines/rows/Comparer/verdict/11',2,NULL,NULL,1795444856269,1795444856269);
INSERT INTO "Artifact" VALUES(7,15,'/tfx/root/pipelines/other/CsvExampleGen/examples/16',2,NULL,NULL,1795444857219,1795444857219);
INSERT INTO "Artifact" VALUES(8,20,'/tfx/root/pipelines/other/StatisticsGen/statistics/17',2,NULL,NULL,1795444860548,1795444860548);
CREATE TABLE `ArtifactProperty` (    `artifact_id` INT NOT NULL,    `name` VARCHAR(255) NOT NULL,    `is_custom_property` TINYINT(1) NOT NULL,    `int_value` INT,    `double_value` DOUBLE,    `string_value` TEXT,    `byte_value` BLOB,    `proto_value` BLOB,    `bool_value` BOOLEAN,  PRIMARY KEY (`artifact_id`, `name`, `is_custom_property`));
INSERT INTO "ArtifactProperty" VALUES(1,'split_names',0,NULL,NULL,'["train", "eval"]',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(1,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(1,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(1,'payload_format',1,NULL,NULL,'FORMAT_TF_EXAMPLE',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(1,'span',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(1,'file_format',1,NULL,NULL,'tfrecords_gzip',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(1,'input_fingerprint',1,NULL,NULL,'split:single_split,num_files:1,total_bytes:763,xor_checksum:1795444851,sum_checksum:1795444851',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(2,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(2,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(3,'split_names',0,NULL,NULL,'["train", "eval"]',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(3,'span',0,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(3,'stats_dashboard_link',1,NULL,NULL,'',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(3,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(3,'sample_rate_by_split',1,NULL,NULL,'mlmd-struct::CioKCV9fdmFsdWVfXxIdGht7ImV2YWwiOiAxLjAsICJ0cmFpbiI6IDEuMH0=',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(3,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(4,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(4,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(5,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(5,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(6,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(6,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(7,'split_names',0,NULL,NULL,'["train", "eval"]',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(7,'input_fingerprint',1,NULL,NULL,'split:single_split,num_files:1,total_bytes:763,xor_checksum:1795444851,sum_checksum:1795444851',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(7,'payload_format',1,NULL,NULL,'FORMAT_TF_EXAMPLE',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(7,'span',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(7,'file_format',1,NULL,NULL,'tfrecords_gzip',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(7,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(7,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(8,'span',0,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(8,'split_names',0,NULL,NULL,'["train", "eval"]',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(8,'tfx_version',1,NULL,NULL,'1.21.0',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(8,'stats_dashboard_link',1,NULL,NULL,'',NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(8,'is_external',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ArtifactProperty" VALUES(8,'sample_rate_by_split',1,NULL,NULL,'mlmd-struct::CioKCV9fdmFsdWVfXxIdGht7ImV2YWwiOiAxLjAsICJ0cmFpbiI6IDEuMH0=',NULL,NULL,NULL);
CREATE TABLE `Association` (    `id` INTEGER PRIMARY KEY AUTOINCREMENT,    `context_id` INT NOT NULL,    `execution_id` INT NOT NULL,    UNIQUE(`context_id`, `execution_id`)  );
INSERT INTO "Association" VALUES(1,1,1);
INSERT INTO "Association" VALUES(2,2,1);
INSERT INTO "Association" VALUES(3,3,1);
INSERT INTO "Association" VALUES(4,4,1);
INSERT INTO "Association" VALUES(5,1,2);
INSERT INTO "Association" VALUES(6,2,2);
INSERT INTO "Association" VALUES(7,5,2);
INSERT INTO "Association" VALUES(8,1,3);
INSERT INTO "Association" VALUES(9,2,3);
INSERT INTO "Association" VALUES(10,6,3);
INSERT INTO "Association" VALUES(11,7,3);
INSERT INTO "Association" VALUES(12,1,4);
INSERT INTO "Association" VALUES(13,2,4);
INSERT INTO "Association" VALUES(14,8,4);
INSERT INTO "Association" VALUES(15,9,4);
INSERT INTO "Association" VALUES(16,1,5);
INSERT INTO "Association" VALUES(17,2,5);
INSERT INTO "Association" VALUES(18,10,5);
INSERT INTO "Association" VALUES(19,11,5);
INSERT INTO "Association" VALUES(20,1,6);
INSERT INTO "Association" VALUES(21,2,6);
INSERT INTO "Association" VALUES(22,12,6);
INSERT INTO "Association" VALUES(23,13,6);
INSERT INTO "Association" VALUES(24,1,7);
INSERT INTO "Association" VALUES(25,14,7);
INSERT INTO "Association" VALUES(26,3,7);
INSERT INTO "Association" VALUES(27,4,7);
INSERT INTO "Association" VALUES(28,1,8);
INSERT INTO "Association" VALUES(29,14,8);
INSERT INTO "Association" VALUES(30,5,8);
INSERT INTO "Association" VALUES(31,1,9);
INSERT INTO "Association" VALUES(32,14,9);
INSERT INTO "Association" VALUES(33,6,9);
INSERT INTO "Association" VALUES(34,7,9);
INSERT INTO "Association" VALUES(35,1,10);
INSERT INTO "Association" VALUES(36,14,10);
INSERT INTO "Association" VALUES(37,8,10);
INSERT INTO "Association" VALUES(38,9,10);
INSERT INTO "Association" VALUES(39,1,11);
INSERT INTO "Association" VALUES(40,14,11);
INSERT INTO "Association" VALUES(41,10,11);
INSERT INTO "Association" VALUES(42,15,11);
INSERT INTO "Association" VALUES(43,1,12);
INSERT INTO "Association" VALUES(44,14,12);
INSERT INTO "Association" VALUES(45,12,12);
INSERT INTO "Association" VALUES(46,13,12);
INSERT INTO "Association" VALUES(47,1,13);
INSERT INTO "Association" VALUES(48,16,13);
INSERT INTO "Association" VALUES(49,3,13);
INSERT INTO "Association" VALUES(50,4,13);
INSERT INTO "Association" VALUES(51,1,14);
INSERT INTO "Association" VALUES(52,16,14);
INSERT INTO "Association" VALUES(53,5,14);
INSERT INTO "Association" VALUES(54,1,15);
INSERT INTO "Association" VALUES(55,16,15);
INSERT INTO "Association" VALUES(56,6,15);
INSERT INTO "Association" VALUES(57,17,15);
INSERT INTO "Association" VALUES(58,18,16);
INSERT INTO "Association" VALUES(59,19,16);
INSERT INTO "Association" VALUES(60,20,16);
INSERT INTO "Association" VALUES(61,21,16);
INSERT INTO "Association" VALUES(62,18,17);
INSERT INTO "Association" VALUES(63,19,17);
INSERT INTO "Association" VALUES(64,22,17);
INSERT INTO "Association" VALUES(65,23,17);
CREATE TABLE `Attribution` (    `id` INTEGER PRIMARY KEY AUTOINCREMENT,    `context_id` INT NOT NULL,    `artifact_id` INT NOT NULL,    UNIQUE(`context_id`, `artifact_id`)  );
INSERT INTO "Attribution" VALUES(1,1,1);
INSERT INTO "Attribution" VALUES(2,2,1);
INSERT INTO "Attribution" VALUES(3,3,1);
INSERT INTO "Attribution" VALUES(4,4,1);
INSERT INTO "Attribution" VALUES(5,6,1);
INSERT INTO "Attribution" VALUES(6,1,2);
INSERT INTO "Attribution" VALUES(7,2,2);
INSERT INTO "Attribution" VALUES(8,6,2);
INSERT INTO "Attribution" VALUES(9,7,2);
INSERT INTO "Attribution" VALUES(10,8,1);
INSERT INTO "Attribution" VALUES(11,1,3);
INSERT INTO "Attribution" VALUES(12,2,3);
INSERT INTO "Attribution" VALUES(13,8,3);
INSERT INTO "Attribution" VALUES(14,9,3);
INSERT INTO "Attribution" VALUES(15,10,2);
INSERT INTO "Attribution" VALUES(16,1,4);
INSERT INTO "Attribution" VALUES(17,2,4);
INSERT INTO "Attribution" VALUES(18,10,4);
INSERT INTO "Attribution" VALUES(19,11,4);
INSERT INTO "Attribution" VALUES(20,12,3);
INSERT INTO "Attribution" VALUES(21,1,5);
INSERT INTO "Attribution" VALUES(22,2,5);
INSERT INTO "Attribution" VALUES(23,12,5);
INSERT INTO "Attribution" VALUES(24,13,5);
INSERT INTO "Attribution" VALUES(25,14,1);
INSERT INTO "Attribution" VALUES(26,14,2);
INSERT INTO "Attribution" VALUES(27,5,2);
INSERT INTO "Attribution" VALUES(28,14,3);
INSERT INTO "Attribution" VALUES(29,1,6);
INSERT INTO "Attribution" VALUES(30,14,6);
INSERT INTO "Attribution" VALUES(31,10,6);
INSERT INTO "Attribution" VALUES(32,15,6);
INSERT INTO "Attribution" VALUES(33,14,5);
INSERT INTO "Attribution" VALUES(34,16,1);
INSERT INTO "Attribution" VALUES(35,16,2);
INSERT INTO "Attribution" VALUES(36,18,7);
INSERT INTO "Attribution" VALUES(37,19,7);
INSERT INTO "Attribution" VALUES(38,20,7);
INSERT INTO "Attribution" VALUES(39,21,7);
INSERT INTO "Attribution" VALUES(40,22,7);
INSERT INTO "Attribution" VALUES(41,18,8);
INSERT INTO "Attribution" VALUES(42,19,8);
INSERT INTO "Attribution" VALUES(43,22,8);
INSERT INTO "Attribution" VALUES(44,23,8);
CREATE TABLE `Context` (    `id` INTEGER PRIMARY KEY AUTOINCREMENT,    `type_id` INT NOT NULL,    `name` VARCHAR(255) NOT NULL,    `external_id` VARCHAR(255) UNIQUE,    `create_time_since_epoch` INT NOT NULL DEFAULT 0,    `last_update_time_since_epoch` INT NOT NULL DEFAULT 0,    UNIQUE(`type_id`, `name`)  );
INSERT INTO "Context" VALUES(1,10,'rows',NULL,1795444851904,1795444851904);
INSERT INTO "Context" VALUES(2,11,'2026-11-23T14:40:51.889438',NULL,1795444851906,1795444851906);
INSERT INTO "Context" VALUES(3,12,'rows.CsvExampleGen',NULL,1795444851909,1795444851909);
INSERT INTO "Context" VALUES(4,14,'1b92433fd03151fdb40c299b0a7fee6574b9774c595ac544f38adcfbf37295fc',NULL,1795444851933,1795444851933);
INSERT INTO "Context" VALUES(5,12,'rows.latest_model',NULL,1795444852838,1795444852838);
INSERT INTO "Context" VALUES(6,12,'rows.Fitter',NULL,1795444852856,1795444852856);
INSERT INTO "Context" VALUES(7,14,'07b5f73b7079380be2a039d36ad372fa8abc7040da78dea882f4d9e0eafb2168',NULL,1795444852870,1795444852870);
INSERT INTO "Context" VALUES(8,12,'rows.StatisticsGen',NULL,1795444852887,1795444852887);
INSERT INTO "Context" VALUES(9,14,'2b29d169b556b8a4e28ed63f94856274782f8b9bc408cbfdf7d3804e5a29bc3d',NULL,1795444852898,1795444852898);
INSERT INTO "Context" VALUES(10,12,'rows.Comparer',NULL,1795444856132,1795444856132);
INSERT INTO "Context" VALUES(11,14,'2275414e9d20af87184e9650f4187207f65bf546f5dd8e1c42b0db97cfe10b2f',NULL,1795444856147,1795444856147);
INSERT INTO "Context" VALUES(12,12,'rows.SchemaGen',NULL,1795444856163,1795444856163);
INSERT INTO "Context" VALUES(13,14,'65064a54fb4636b419c1f9be0644716bf15718229d662f4ec1c5ace4a522e3b1',NULL,1795444856175,1795444856175);
INSERT INTO "Context" VALUES(14,11,'2026-11-23T14:40:56.194673',NULL,1795444856198,1795444856210);
INSERT INTO "Context" VALUES(15,14,'d22129e9df60e57b0f41c24d375322463b5f6cd951e1a032de889056e23a77a7',NULL,1795444856260,1795444856260);
INSERT INTO "Context" VALUES(16,11,'2026-11-23T14:40:56.287363',NULL,1795444856290,1795444856301);
INSERT INTO "Context" VALUES(17,14,'78605393c115f3ccf837cc851c32e4d608f3e6197fb45e7da24a1a8567790961',NULL,1795444856323,1795444856323);
INSERT INTO "Context" VALUES(18,10,'other',NULL,1795444856339,1795444856339);
INSERT INTO "Context" VALUES(19,11,'2026-11-23T14:40:56.336603',NULL,1795444856341,1795444856341);
INSERT INTO "Context" VALUES(20,12,'other.CsvExampleGen',NULL,1795444856343,1795444856343);
INSERT INTO "Context" VALUES(21,14,'8ec91992c5cc5bf6df535f73be9d023e545e4d9be4cfaea55782deb20d134ab5',NULL,1795444856353,1795444856353);
INSERT INTO "Context" VALUES(22,12,'other.StatisticsGen',NULL,1795444857225,1795444857225);
INSERT INTO "Context" VALUES(23,14,'9c795046b8e4fbbf777eff01b98a91c2834d1b7e15f398754b61536b0c40499b',NULL,1795444857234,1795444857234);
CREATE TABLE `ContextProperty` (    `context_id` INT NOT NULL,    `name` VARCHAR(255) NOT NULL,    `is_custom_property` TINYINT(1) NOT NULL,    `int_value` INT,    `double_value` DOUBLE,    `string_value` TEXT,    `byte_value` BLOB,    `proto_value` BLOB,    `bool_value` BOOLEAN,  PRIMARY KEY (`context_id`, `name`, `is_custom_property`));
CREATE TABLE `Event` (    `id` INTEGER PRIMARY KEY AUTOINCREMENT,    `artifact_id` INT NOT NULL,    `execution_id` INT NOT NULL,    `type` INT NOT NULL,    `milliseconds_since_epoch` INT,    UNIQUE(`artifact_id`, `execution_id`, `type`)  );
INSERT INTO "Event" VALUES(1,1,1,4,1795444852831);
INSERT INTO "Event" VALUES(2,1,3,3,1795444852863);
INSERT INTO "Event" VALUES(3,2,3,4,1795444852881);
INSERT INTO "Event" VALUES(4,1,4,3,1795444852893);
INSERT INTO "Event" VALUES(5,3,4,4,1795444856126);
INSERT INTO "Event" VALUES(6,2,5,3,1795444856142);
INSERT INTO "Event" VALUES(7,4,5,4,1795444856158);
INSERT INTO "Event" VALUES(8,3,6,3,1795444856170);
INSERT INTO "Event" VALUES(9,5,6,4,1795444856190);
INSERT INTO "Event" VALUES(10,1,7,4,1795444856210);
INSERT INTO "Event" VALUES(11,2,8,6,1795444856218);
INSERT INTO "Event" VALUES(12,1,9,3,1795444856227);
INSERT INTO "Event" VALUES(13,2,9,4,1795444856232);
INSERT INTO "Event" VALUES(14,1,10,3,1795444856240);
INSERT INTO "Event" VALUES(15,3,10,4,1795444856246);
INSERT INTO "Event" VALUES(16,2,11,3,1795444856255);
INSERT INTO "Event" VALUES(17,6,11,4,1795444856269);
INSERT INTO "Event" VALUES(18,3,12,3,1795444856278);
INSERT INTO "Event" VALUES(19,5,12,4,1795444856283);
INSERT INTO "Event" VALUES(20,1,13,4,1795444856302);
INSERT INTO "Event" VALUES(21,2,14,6,1795444856310);
INSERT INTO "Event" VALUES(22,1,15,3,1795444856319);
INSERT INTO "Event" VALUES(23,7,16,4,1795444857219);
INSERT INTO "Event" VALUES(24,7,17,3,1795444857230);
INSERT INTO "Event" VALUES(25,8,17,4,1795444860549);
CREATE TABLE `EventPath` (    `event_id` INT NOT NULL,    `is_index_step` TINYINT(1) NOT NULL,    `step_index` INT,    `step_key` TEXT  );
INSERT INTO "EventPath" VALUES(1,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(1,1,0,NULL);
INSERT INTO "EventPath" VALUES(2,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(2,1,0,NULL);
INSERT INTO "EventPath" VALUES(3,0,NULL,'model');
INSERT INTO "EventPath" VALUES(3,1,0,NULL);
INSERT INTO "EventPath" VALUES(4,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(4,1,0,NULL);
INSERT INTO "EventPath" VALUES(5,0,NULL,'statistics');
INSERT INTO "EventPath" VALUES(5,1,0,NULL);
INSERT INTO "EventPath" VALUES(6,0,NULL,'model');
INSERT INTO "EventPath" VALUES(6,1,0,NULL);
INSERT INTO "EventPath" VALUES(7,0,NULL,'verdict');
INSERT INTO "EventPath" VALUES(7,1,0,NULL);
INSERT INTO "EventPath" VALUES(8,0,NULL,'statistics');
INSERT INTO "EventPath" VALUES(8,1,0,NULL);
INSERT INTO "EventPath" VALUES(9,0,NULL,'schema');
INSERT INTO "EventPath" VALUES(9,1,0,NULL);
INSERT INTO "EventPath" VALUES(10,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(10,1,0,NULL);
INSERT INTO "EventPath" VALUES(11,0,NULL,'model');
INSERT INTO "EventPath" VALUES(11,1,0,NULL);
INSERT INTO "EventPath" VALUES(12,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(12,1,0,NULL);
INSERT INTO "EventPath" VALUES(13,0,NULL,'model');
INSERT INTO "EventPath" VALUES(13,1,0,NULL);
INSERT INTO "EventPath" VALUES(14,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(14,1,0,NULL);
INSERT INTO "EventPath" VALUES(15,0,NULL,'statistics');
INSERT INTO "EventPath" VALUES(15,1,0,NULL);
INSERT INTO "EventPath" VALUES(16,0,NULL,'model');
INSERT INTO "EventPath" VALUES(16,1,0,NULL);
INSERT INTO "EventPath" VALUES(16,0,NULL,'baseline');
INSERT INTO "EventPath" VALUES(16,1,0,NULL);
INSERT INTO "EventPath" VALUES(17,0,NULL,'verdict');
INSERT INTO "EventPath" VALUES(17,1,0,NULL);
INSERT INTO "EventPath" VALUES(18,0,NULL,'statistics');
INSERT INTO "EventPath" VALUES(18,1,0,NULL);
INSERT INTO "EventPath" VALUES(19,0,NULL,'schema');
INSERT INTO "EventPath" VALUES(19,1,0,NULL);
INSERT INTO "EventPath" VALUES(20,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(20,1,0,NULL);
INSERT INTO "EventPath" VALUES(21,0,NULL,'model');
INSERT INTO "EventPath" VALUES(21,1,0,NULL);
INSERT INTO "EventPath" VALUES(22,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(22,1,0,NULL);
INSERT INTO "EventPath" VALUES(23,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(23,1,0,NULL);
INSERT INTO "EventPath" VALUES(24,0,NULL,'examples');
INSERT INTO "EventPath" VALUES(24,1,0,NULL);
INSERT INTO "EventPath" VALUES(25,0,NULL,'statistics');
INSERT INTO "EventPath" VALUES(25,1,0,NULL);
CREATE TABLE `Execution` (    `id` INTEGER PRIMARY KEY AUTOINCREMENT,    `type_id` INT NOT NULL,    `last_known_state` INT,    `name` VARCHAR(255),    `external_id` VARCHAR(255) UNIQUE,    `create_time_since_epoch` INT NOT NULL DEFAULT 0,    `last_update_time_since_epoch` INT NOT NULL DEFAULT 0,    UNIQUE(`type_id`, `name`)  );
INSERT INTO "Execution" VALUES(1,13,3,'fad42735-4caf-4c4f-99e4-08d70efb293c',NULL,1795444851924,1795444852830);
INSERT INTO "Execution" VALUES(2,16,4,'2f6f79c4-6e3a-4e2e-87a8-af88e5282f17',NULL,1795444852846,1795444852848);
INSERT INTO "Execution" VALUES(3,17,3,'7ca977fe-55c6-4f19-a2da-d2df15bc0ddd',NULL,1795444852863,1795444852881);
INSERT INTO "Execution" VALUES(4,19,3,'a3f1cb72-42d0-4168-b8ef-9dcdd10cd09c',NULL,1795444852893,1795444856126);
INSERT INTO "Execution" VALUES(5,21,3,'718439a2-0846-4a39-bf71-0507fd477c5f',NULL,1795444856141,1795444856158);
INSERT INTO "Execution" VALUES(6,23,3,'e359f7ea-c609-47d3-8c20-ed8eb74e0039',NULL,1795444856169,1795444856190);
INSERT INTO "Execution" VALUES(7,13,5,'e4bf5936-98b1-4434-8c9b-f18c1fc5f0a4',NULL,1795444856203,1795444856210);
INSERT INTO "Execution" VALUES(8,16,3,'f01fe5e2-b6f3-4913-b070-0409e32b08b2',NULL,1795444856217,1795444856218);
INSERT INTO "Execution" VALUES(9,17,5,'38629b72-ae4b-4276-a05f-64ccf725ec8d',NULL,1795444856226,1795444856232);
INSERT INTO "Execution" VALUES(10,19,5,'f7ba1d7b-ef6e-4ae0-b8e9-ecabc3cb06c5',NULL,1795444856240,1795444856246);
INSERT INTO "Execution" VALUES(11,21,3,'268fb0a7-ece4-4bb3-9df1-a0fa6e41b404',NULL,1795444856255,1795444856269);
INSERT INTO "Execution" VALUES(12,23,5,'42d06217-2cc9-422f-8e39-bf9dd1d8efa9',NULL,1795444856277,1795444856283);
INSERT INTO "Execution" VALUES(13,13,5,'c8573f06-7dd4-4134-81a4-361d81097d17',NULL,1795444856295,1795444856302);
INSERT INTO "Execution" VALUES(14,16,3,'1f5968a7-209d-4164-b15e-eb58df41ac51',NULL,1795444856308,1795444856310);
INSERT INTO "Execution" VALUES(15,17,4,'8980083d-7241-4ca1-94ec-25c8bae59ef2',NULL,1795444856318,1795444856331);
INSERT INTO "Execution" VALUES(16,13,3,'057d2aaf-1595-4c9b-a02c-db7f9bd7f1e0',NULL,1795444856346,1795444857219);
INSERT INTO "Execution" VALUES(17,19,3,'d2cb9680-d80f-48ea-be10-1abd5891f6c9',NULL,1795444857229,1795444860549);
CREATE TABLE `ExecutionProperty` (    `execution_id` INT NOT NULL,    `name` VARCHAR(255) NOT NULL,    `is_custom_property` TINYINT(1) NOT NULL,    `int_value` INT,    `double_value` DOUBLE,    `string_value` TEXT,    `byte_value` BLOB,    `proto_value` BLOB,    `bool_value` BOOLEAN,  PRIMARY KEY (`execution_id`, `name`, `is_custom_property`));
INSERT INTO "ExecutionProperty" VALUES(1,'input_config',1,NULL,NULL,'{
  "splits": [
    {
      "name": "single_split",
      "pattern": "*"
    }
  ]
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(1,'output_file_format',1,5,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(1,'output_config',1,NULL,NULL,'{
  "split_config": {
    "splits": [
      {
        "hash_buckets": 2,
        "name": "train"
      },
      {
        "hash_buckets": 1,
        "name": "eval"
      }
    ]
  }
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(1,'input_base',1,NULL,NULL,'/tfx/root/data',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(1,'output_data_format',1,6,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(1,'span',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(1,'input_fingerprint',1,NULL,NULL,'split:single_split,num_files:1,total_bytes:763,xor_checksum:1795444851,sum_checksum:1795444851',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(2,'__execution_result__',1,NULL,NULL,'{
  "resultMessage": "Traceback (most recent call last):\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/resolver_node_handler.py\", line 75, in run\n    resolved_inputs = inputs_utils.resolve_input_artifacts(\n                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/inputs_utils.py\", line 65, in resolve_input_artifacts\n    resolved = node_inputs_resolver.resolve(metadata_handle, node_inputs)\n               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/input_resolution/node_inputs_resolver.py\", line 518, in resolve\n    _resolve_input_graph_ref(handle_like, node_inputs, input_key, resolved)\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/input_resolution/node_inputs_resolver.py\", line 378, in _resolve_input_graph_ref\n    result = graph_fn(input_dict)\n             ^^^^^^^^^^^^^^^^^^^^\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/input_resolution/input_graph_resolver.py\", line 262, in facade_fn\n    return graph_fn({\n           ^^^^^^^^^^\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/input_resolution/input_graph_resolver.py\", line 212, in new_graph_fn\n    return graph_fn({**data, node_id: output})\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/input_resolution/input_graph_resolver.py\", line 205, in new_graph_fn\n    output = node_fn(data)\n             ^^^^^^^^^^^^^\n\n  File \"/work/peers-venv/lib/python3.11/site-packages/tfx/orchestration/portable/input_resolution/input_graph_resolver.py\", line 157, in _evaluate_op_node\n    raise exceptions.InputResolutionError(f''{strategy} returned None.'')\n\ntfx.orchestration.portable.input_resolution.exceptions.InputResolutionError: Error while resolving inputs for latest_model: <tfx.dsl.input_resolution.strategies.latest_artifact_strategy.LatestArtifactStrategy object at 0x7efc184ef610> returned None.\n",
  "code": 2
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(3,'breaks',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(3,'rounds',1,3,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(4,'exclude_splits',1,NULL,NULL,'[]',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(5,'salt',1,NULL,NULL,'',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(6,'infer_feature_shape',1,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(6,'exclude_splits',1,NULL,NULL,'[]',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(7,'input_base',1,NULL,NULL,'/tfx/root/data',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(7,'output_file_format',1,5,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(7,'input_config',1,NULL,NULL,'{
  "splits": [
    {
      "name": "single_split",
      "pattern": "*"
    }
  ]
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(7,'output_data_format',1,6,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(7,'output_config',1,NULL,NULL,'{
  "split_config": {
    "splits": [
      {
        "hash_buckets": 2,
        "name": "train"
      },
      {
        "hash_buckets": 1,
        "name": "eval"
      }
    ]
  }
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(9,'rounds',1,3,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(9,'breaks',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(10,'exclude_splits',1,NULL,NULL,'[]',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(11,'salt',1,NULL,NULL,'again',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(12,'exclude_splits',1,NULL,NULL,'[]',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(12,'infer_feature_shape',1,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(13,'output_data_format',1,6,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(13,'input_config',1,NULL,NULL,'{
  "splits": [
    {
      "name": "single_split",
      "pattern": "*"
    }
  ]
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(13,'output_file_format',1,5,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(13,'input_base',1,NULL,NULL,'/tfx/root/data',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(13,'output_config',1,NULL,NULL,'{
  "split_config": {
    "splits": [
      {
        "hash_buckets": 2,
        "name": "train"
      },
      {
        "hash_buckets": 1,
        "name": "eval"
      }
    ]
  }
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(15,'breaks',1,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(15,'rounds',1,3,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(16,'output_data_format',1,6,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(16,'output_config',1,NULL,NULL,'{
  "split_config": {
    "splits": [
      {
        "hash_buckets": 2,
        "name": "train"
      },
      {
        "hash_buckets": 1,
        "name": "eval"
      }
    ]
  }
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(16,'input_base',1,NULL,NULL,'/tfx/root/data',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(16,'output_file_format',1,5,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(16,'input_config',1,NULL,NULL,'{
  "splits": [
    {
      "name": "single_split",
      "pattern": "*"
    }
  ]
}',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(16,'input_fingerprint',1,NULL,NULL,'split:single_split,num_files:1,total_bytes:763,xor_checksum:1795444851,sum_checksum:1795444851',NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(16,'span',1,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ExecutionProperty" VALUES(17,'exclude_splits',1,NULL,NULL,'[]',NULL,NULL,NULL);
CREATE TABLE `MLMDEnv` (    `schema_version` INTEGER PRIMARY KEY  );
INSERT INTO "MLMDEnv" VALUES(10);
CREATE TABLE `ParentContext` (    `context_id` INT NOT NULL,    `parent_context_id` INT NOT NULL,  PRIMARY KEY (`context_id`, `parent_context_id`));
INSERT INTO "ParentContext" VALUES(2,1);
INSERT INTO "ParentContext" VALUES(14,1);
INSERT INTO "ParentContext" VALUES(16,1);
INSERT INTO "ParentContext" VALUES(19,18);
CREATE TABLE `ParentType` (    `type_id` INT NOT NULL,    `parent_type_id` INT NOT NULL,  PRIMARY KEY (`type_id`, `parent_type_id`));
INSERT INTO "ParentType" VALUES(15,1);
INSERT INTO "ParentType" VALUES(18,2);
INSERT INTO "ParentType" VALUES(19,7);
INSERT INTO "ParentType" VALUES(20,4);
INSERT INTO "ParentType" VALUES(23,7);
CREATE TABLE `Type` (    `id` INTEGER PRIMARY KEY AUTOINCREMENT,    `name` VARCHAR(255) NOT NULL,    `version` VARCHAR(255),    `type_kind` TINYINT(1) NOT NULL,    `description` TEXT,    `input_type` TEXT,    `output_type` TEXT,    `external_id` VARCHAR(255) UNIQUE );
INSERT INTO "Type" VALUES(1,'mlmd.Dataset',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(2,'mlmd.Model',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(3,'mlmd.Metrics',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(4,'mlmd.Statistics',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(5,'mlmd.Train',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(6,'mlmd.Transform',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(7,'mlmd.Process',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(8,'mlmd.Evaluate',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(9,'mlmd.Deploy',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(10,'pipeline',NULL,2,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(11,'pipeline_run',NULL,2,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(12,'node',NULL,2,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(13,'tfx.components.example_gen.csv_example_gen.component.CsvExampleGen',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(14,'execution_cache',NULL,2,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(15,'Examples',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(16,'tfx.dsl.components.common.resolver.Resolver',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(17,'__main__.Fitter',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(18,'Model',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(19,'tfx.components.statistics_gen.component.StatisticsGen',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(20,'ExampleStatistics',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(21,'__main__.Comparer',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(22,'ModelBlessing',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(23,'tfx.components.schema_gen.component.SchemaGen',NULL,0,NULL,NULL,NULL,NULL);
INSERT INTO "Type" VALUES(24,'Schema',NULL,1,NULL,NULL,NULL,NULL);
CREATE TABLE `TypeProperty` (    `type_id` INT NOT NULL,    `name` VARCHAR(255) NOT NULL,    `data_type` INT NULL,  PRIMARY KEY (`type_id`, `name`));
INSERT INTO "TypeProperty" VALUES(15,'version',1);
INSERT INTO "TypeProperty" VALUES(15,'span',1);
INSERT INTO "TypeProperty" VALUES(15,'split_names',3);
INSERT INTO "TypeProperty" VALUES(20,'split_names',3);
INSERT INTO "TypeProperty" VALUES(20,'span',1);
CREATE INDEX `idx_artifact_uri`  ON `Artifact`(`uri`);
CREATE INDEX `idx_artifact_create_time_since_epoch`  ON `Artifact`(`create_time_since_epoch`);
CREATE INDEX `idx_artifact_last_update_time_since_epoch`  ON `Artifact`(`last_update_time_since_epoch`);
CREATE INDEX `idx_event_execution_id`  ON `Event`(`execution_id`);
CREATE INDEX `idx_parentcontext_parent_context_id`  ON `ParentContext`(`parent_context_id`);
CREATE INDEX `idx_type_name`  ON `Type`(`name`);
CREATE INDEX `idx_execution_create_time_since_epoch`  ON `Execution`(`create_time_since_epoch`);
CREATE INDEX `idx_execution_last_update_time_since_epoch`  ON `Execution`(`last_update_time_since_epoch`);
CREATE INDEX `idx_context_create_time_since_epoch`  ON `Context`(`create_time_since_epoch`);
CREATE INDEX `idx_context_last_update_time_since_epoch`  ON `Context`(`last_update_time_since_epoch`);
CREATE INDEX `idx_eventpath_event_id`  ON `EventPath`(`event_id`);
CREATE INDEX `idx_artifact_property_int`  ON `ArtifactProperty`(`name`, `is_custom_property`, `int_value`)  WHERE `int_value` IS NOT NULL;
CREATE INDEX `idx_artifact_property_double`  ON `ArtifactProperty`(`name`, `is_custom_property`, `double_value`)  WHERE `double_value` IS NOT NULL;
CREATE INDEX `idx_artifact_property_string`  ON `ArtifactProperty`(`name`, `is_custom_property`, `string_value`)  WHERE `string_value` IS NOT NULL;
CREATE INDEX `idx_execution_property_int`  ON `ExecutionProperty`(`name`, `is_custom_property`, `int_value`)  WHERE `int_value` IS NOT NULL;
CREATE INDEX `idx_execution_property_double`  ON `ExecutionProperty`(`name`, `is_custom_property`, `double_value`)  WHERE `double_value` IS NOT NULL;
CREATE INDEX `idx_execution_property_string`  ON `ExecutionProperty`(`name`, `is_custom_property`, `string_value`)  WHERE `string_value` IS NOT NULL;
CREATE INDEX `idx_context_property_int`  ON `ContextProperty`(`name`, `is_custom_property`, `int_value`)  WHERE `int_value` IS NOT NULL;
CREATE INDEX `idx_context_property_double`  ON `ContextProperty`(`name`, `is_custom_property`, `double_value`)  WHERE `double_value` IS NOT NULL;
CREATE INDEX `idx_context_property_string`  ON `ContextProperty`(`name`, `is_custom_property`, `string_value`)  WHERE `string_value` IS NOT NULL;
CREATE INDEX `idx_type_external_id`  ON `Type`(`external_id`);
CREATE INDEX `idx_artifact_external_id`  ON `Artifact`(`external_id`);
CREATE INDEX `idx_execution_external_id`  ON `Execution`(`external_id`);
CREATE INDEX `idx_context_external_id`  ON `Context`(`external_id`);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('Type',24);
INSERT INTO "sqlite_sequence" VALUES('Context',23);
INSERT INTO "sqlite_sequence" VALUES('Execution',17);
INSERT INTO "sqlite_sequence" VALUES('Association',65);
INSERT INTO "sqlite_sequence" VALUES('Artifact',8);
INSERT INTO "sqlite_sequence" VALUES('Event',25);
INSERT INTO "sqlite_sequence" VALUES('Attribution',44);
COMMIT;
